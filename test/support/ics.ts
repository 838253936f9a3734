/** A calendar file of events, each given by its lines; a stamp is added unless an event has its own. */
export function calendarFile(...events: readonly (readonly string[])[]): string {
  const body = events.flatMap((lines) => {
    const stamp = lines.some((line) => line.startsWith('DTSTAMP')) ? [] : ['DTSTAMP:20181206T080000Z']
    return ['BEGIN:VEVENT', ...stamp, ...lines, 'END:VEVENT']
  })
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Example//EN', ...body, 'END:VCALENDAR', ''].join('\r\n')
}

/** An all-day event; the end is the day after its last. */
export function allDay(start: string, end: string, summary: string, ...more: readonly string[]): readonly string[] {
  return [`UID:${start}-${summary}`, `DTSTART;VALUE=DATE:${start}`, `DTEND;VALUE=DATE:${end}`, `SUMMARY:${summary}`, ...more]
}
