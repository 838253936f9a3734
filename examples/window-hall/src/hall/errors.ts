import type { Language } from 'service-time'

/** What the hall itself refuses; what is wrong with a case, its events or a notice, the library says. */
const REFUSALS = {
  'body-unreadable': { status: 400, zh: '请求体应为 JSON 对象。', en: 'Send an object in JSON.' },
  'body-too-large': { status: 413, zh: '请求体过大，应不超过 64 KB。', en: 'Send at most 64 KB.' },
  'type-unsupported': { status: 415, zh: '请以 Content-Type: application/json 发送。', en: 'Send it with Content-Type: application/json.' },
  'text-unstorable': {
    status: 422,
    zh: '文字中有无法保存的字符（NUL 或不成对的代理码）。',
    en: 'The text holds a character that cannot be stored, NUL or half of a pair of surrogates.',
  },
  'applicant-invalid': { status: 422, zh: '申请人应为文字，不超过 100 字。', en: 'The applicant is a text of at most 100 characters.' },
  'opening-invalid': { status: 422, zh: '新收的件从 received 或 accepted 开始。', en: 'A new case begins with received or accepted.' },
  'event-ahead': { status: 422, zh: '事项尚未发生；只登记已经发生的事项。', en: 'This has not happened yet; only what has happened is recorded.' },
  'version-invalid': {
    status: 400,
    zh: 'If-Match 应为读到的 ETag，例如 "3"。',
    en: 'If-Match holds the ETag that was read, such as "3".',
  },
  'version-stale': {
    status: 412,
    zh: '此件在您读取之后已有新的登记；请重新读取后再试。',
    en: 'Something has happened to this case since you read it; read it again first.',
  },
  'case-unknown': { status: 404, zh: '没有此件。', en: 'There is no such case.' },
  'scope-unknown': {
    status: 422,
    zh: 'scope 应为 national（国务院办公厅通知）或 local（本厅通知）。',
    en: 'The scope is national (a notice of the State Council) or local (one of the hall).',
  },
  'notice-known': { status: 409, zh: '此 id 的通知已经登记。', en: 'A notice of this id has been posted.' },
  'notice-ahead': { status: 422, zh: '通知尚未发布；issued 不晚于今天。', en: 'This notice has not been issued yet; issued is today at the latest.' },
  'writers-many': {
    status: 503,
    zh: '同时登记的人太多，什么也没有登记；请稍后再试。',
    en: 'Too many write at once, and nothing was recorded; try again shortly.',
  },
  'method-unsupported': {
    status: 405,
    zh: '此处不接受这种请求方法；可用的方法见 Allow。',
    en: 'This place does not take that method; Allow names those that it does.',
  },
  'page-unknown': { status: 404, zh: '没有此页。', en: 'There is no such page.' },
  'database-away': {
    status: 503,
    zh: '数据库暂时无法访问；请稍后再试，并先查看是否已经登记。',
    en: 'The database is away for the moment; try again shortly, and look first whether it was recorded.',
  },
} as const

export type RefusalCode = keyof typeof REFUSALS

/** A refusal of the hall, with the place of the fault in what was sent. */
export class HallError extends Error {
  readonly status: (typeof REFUSALS)[RefusalCode]['status']

  constructor(
    readonly code: RefusalCode,
    readonly path = '',
  ) {
    super(REFUSALS[code].en)
    this.name = 'HallError'
    this.status = REFUSALS[code].status
  }

  text(language: Language): string {
    return REFUSALS[this.code][language]
  }
}
