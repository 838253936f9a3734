import type { Language } from 'service-time'

/** What the pages say; what is said of a case and its time, the library says. */
const WORDS = {
  hall: { zh: '办事大厅', en: 'Service hall' },
  board: { zh: '办件看板', en: 'Board' },
  newCase: { zh: '收件登记', en: 'New case' },
  notices: { zh: '放假通知', en: 'Notices' },
  other: { zh: 'English', en: '中文' },
  asOf: { zh: '截至', en: 'As of' },
  noCases: { zh: '目前没有在办的件。', en: 'No cases are open.' },
  light: { zh: '灯', en: 'Light' },
  case: { zh: '办件编号', en: 'Case' },
  matter: { zh: '办理事项', en: 'Matter' },
  state: { zh: '状态', en: 'Status' },
  due: { zh: '到期时间', en: 'Due' },
  from: { zh: '起算时间', en: 'Counted from' },
  limit: { zh: '承诺时限', en: 'Promised limit' },
  promised: { zh: '原定', en: 'was' },
  ifResumed: { zh: '若现在恢复', en: 'if resumed now' },
  provisional: { zh: '暂定', en: 'provisional' },
  applicant: { zh: '申请人', en: 'Applicant' },
  receipt: { zh: '受理回执', en: 'Receipt' },
  print: { zh: '打印', en: 'Print' },
  toCase: { zh: '返回办件', en: 'Back to the case' },
  events: { zh: '登记记录', en: 'What has happened' },
  next: { zh: '登记', en: 'Record' },
  nothingNext: { zh: '此件已办结，不再登记。', en: 'This case is closed; nothing more is recorded.' },
  cause: { zh: '事由', en: 'Cause' },
  stage: { zh: '阶段', en: 'Stage' },
  by: { zh: '延长', en: 'By' },
  reason: { zh: '理由', en: 'Reason' },
  result: { zh: '结果', en: 'Result' },
  first: { zh: '登记为', en: 'Recorded as' },
  submit: { zh: '提交', en: 'Submit' },
  dueBy: { zh: '最迟办结时间', en: 'To be done by' },
  noDue: { zh: '此件目前没有到期时间', en: 'There is no due date at present' },
  mayMove: { zh: '放假通知公布后可能调整：', en: 'May move when the holiday notice is published: ' },
  signed: { zh: '经办人', en: 'Clerk' },
  stamp: { zh: '受理专用章', en: 'Stamp' },
  basis: { zh: '依据', en: 'Basis' },
  post: { zh: '登记新通知', en: 'Post a notice' },
  scope: { zh: '类别', en: 'Kind' },
  national: { zh: '国务院办公厅通知', en: 'Of the State Council' },
  local: { zh: '本厅通知', en: 'Of this hall' },
  id: { zh: 'id', en: 'Id' },
  number: { zh: '文号', en: 'Number' },
  issued: { zh: '发文日期', en: 'Issued' },
  covers: { zh: '年度', en: 'Year' },
  arrangements: { zh: '安排（JSON）', en: 'Arrangements (JSON)' },
  notes: { zh: '计算说明', en: 'Notes' },
  days: { zh: '逐日计算', en: 'Day by day' },
  moved: { zh: '调整的到期时间', en: 'Deadlines moved' },
  noneMoved: { zh: '没有在办件的到期时间因此调整。', en: 'No open deadline was moved.' },
  noNotices: { zh: '尚未登记通知。', en: 'No notice has been posted.' },
  before: { zh: '原定', en: 'Before' },
  after: { zh: '调整为', en: 'Now' },
  off: { zh: '休', en: 'off' },
  work: { zh: '班', en: 'worked' },
  edition: { zh: '日历版本', en: 'calendar edition' },
} as const

export type Word = keyof typeof WORDS

/** What stands between a name and its value. */
export const colonIn = (language: Language) => (language === 'zh' ? '：' : ': ')

/** A word in a language; as a function, so that a page says `say('due')`. */
export const sayIn = (language: Language) => (word: Word) => WORDS[word][language]

const LIGHTS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  green: { zh: '正常', en: 'In time' },
  yellow: { zh: '临期', en: 'Soon due' },
  red: { zh: '超期', en: 'Overdue' },
  none: { zh: '—', en: '—' },
}

const STATES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  waiting: { zh: '待受理', en: 'waiting' },
  running: { zh: '办理中', en: 'running' },
  paused: { zh: '暂停', en: 'paused' },
  completed: { zh: '已办结，待送达', en: 'decided, to be handed over' },
  closed: { zh: '已关闭', en: 'closed' },
}

const EVENTS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  received: { zh: '收件', en: 'Received' },
  accepted: { zh: '受理', en: 'Accepted' },
  rejected: { zh: '不予受理', en: 'Not accepted' },
  'correction-requested': { zh: '要求补正', en: 'Correction asked for' },
  corrected: { zh: '补正', en: 'Corrected' },
  paused: { zh: '暂停', en: 'Paused' },
  resumed: { zh: '恢复', en: 'Resumed' },
  extended: { zh: '延长', en: 'Extended' },
  'stage-started': { zh: '阶段开始', en: 'Stage started' },
  'stage-finished': { zh: '阶段结束', en: 'Stage finished' },
  completed: { zh: '办结', en: 'Completed' },
  withdrawn: { zh: '撤回申请', en: 'Withdrawn' },
  revoked: { zh: '撤销受理', en: 'Acceptance revoked' },
  delivered: { zh: '送达', en: 'Handed over' },
}

/** What a button says, where that is not what is said of it afterwards. */
const ACTIONS: typeof EVENTS = {
  accepted: { zh: '受理', en: 'Accept' },
  rejected: { zh: '不予受理', en: 'Do not accept' },
  'correction-requested': { zh: '要求补正', en: 'Ask for a correction' },
  paused: { zh: '暂停', en: 'Pause' },
  resumed: { zh: '恢复', en: 'Resume' },
  extended: { zh: '延长', en: 'Extend' },
  'stage-started': { zh: '阶段开始', en: 'Start the stage' },
  'stage-finished': { zh: '阶段结束', en: 'Finish the stage' },
  completed: { zh: '办结', en: 'Complete' },
  withdrawn: { zh: '撤回申请', en: 'Withdraw' },
  revoked: { zh: '撤销受理', en: 'Revoke the acceptance' },
  delivered: { zh: '送达', en: 'Hand over' },
}

const named = (names: typeof EVENTS) => (name: string, language: Language) => names[name]?.[language] ?? name
export const lightIn = named(LIGHTS)
export const stateIn = named(STATES)
export const eventIn = named(EVENTS)
export const actionIn = named({ ...EVENTS, ...ACTIONS })
