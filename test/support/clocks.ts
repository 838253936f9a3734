import { cn, createClock } from 'service-time'

/** The hours of the model's golden answers: 6.5 open hours a day. */
export const HALL_HOURS = { workday: ['09:00-12:00', '13:30-17:00'] }

export const hall = createClock({ calendar: cn, hours: HALL_HOURS, timeZone: 'Asia/Shanghai', convention: 'cn-civil-code' })
