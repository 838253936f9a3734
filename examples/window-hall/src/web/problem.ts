import { type ErrorCode, type Language, ServiceTimeError } from 'service-time'
import { codeOf } from '../database/database.js'
import { HallError } from '../hall/errors.js'

/** Problem details of RFC 9457, with the code and the place of the fault as members of our own. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: string
  readonly path: string
  /** What the message was made of, for programs that make their own. */
  readonly facts?: unknown
  readonly caseId?: string
}

/** Faults of the library that lie in what has happened to the case before, and not in what was sent. */
const CONFLICTS: ReadonlySet<ErrorCode> = new Set(['event-out-of-order', 'event-not-allowed', 'pause-unclear', 'pause-open', 'stage-order'])

/** What is said of an error; nothing but that there was one, where it is nobody's fault who has asked. */
export function problemOf(error: unknown, language: Language): Problem {
  if (error instanceof ServiceTimeError) {
    const status = CONFLICTS.has(error.code) ? 409 : 422
    const { code, path, facts, caseId } = error
    return { ...headOf(code, status, language), detail: error.text(language), code, path, facts, ...(caseId !== undefined && { caseId }) }
  }
  const refusal = error instanceof HallError ? error : isAway(error) ? new HallError('database-away') : undefined
  if (!refusal) return { ...headOf('internal', 500, language), detail: INTERNAL[language], code: 'internal', path: '' }
  const { code, path, status } = refusal
  return { ...headOf(code, status, language), detail: refusal.text(language), code, path }
}

const headOf = (code: string, status: number, language: Language) => ({
  type: `urn:service-time:problem:${code}`,
  title: TITLES[language][status] ?? code,
  status,
})

const INTERNAL = { zh: '系统内部错误，已记录在日志中。', en: 'Something went wrong here, and was logged.' }

/** The connection was refused, lost or not made in time, or the server is starting or shutting down. */
const AWAY = /^(ECONN|EPIPE|ENOTFOUND|CONNECT|57P0[123]$|53300$)/
const isAway = (error: unknown) => AWAY.test(codeOf(error) ?? '')

const TITLES: Readonly<Record<Language, Readonly<Record<number, string>>>> = {
  zh: {
    400: '请求无法读取',
    404: '没有找到',
    405: '请求方法不接受',
    409: '与已登记的情况冲突',
    412: '已有新的登记',
    413: '内容过大',
    415: '内容类型不接受',
    422: '内容不正确',
    500: '内部错误',
    503: '暂时无法办理',
  },
  en: {
    400: 'Not readable',
    404: 'Not found',
    405: 'Method not taken',
    409: 'In conflict with what is recorded',
    412: 'Something newer is recorded',
    413: 'Too large',
    415: 'Type not taken',
    422: 'Not valid',
    500: 'Internal error',
    503: 'Not possible for the moment',
  },
}
