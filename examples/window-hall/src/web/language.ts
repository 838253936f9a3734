import type { Context } from 'hono'
import type { Language } from 'service-time'

/** The language that was asked for: by `?lang=`, by the cookie that keeps it, or by the browser. */
export const languageOf = (c: Context): Language => (c.get('language') === 'en' ? 'en' : 'zh')
