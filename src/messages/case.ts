import { clip, list } from './clip.js'
import type { Fault } from './fault.js'

/** The place of an event in the list as people count. */
const nth = (index: number) => index + 1

export const EVENT_UNKNOWN: Fault<'event-unknown'> = {
  code: 'event-unknown',
  en: ({ index, found, allowed }) => `Event ${nth(index)} has the unknown type "${found}"; use one of: ${list(allowed)}.`,
  zh: ({ index, found, allowed }) => `第 ${nth(index)} 个事件的类型“${found}”未知；可用：${list(allowed)}。`,
}

export const EVENT_OUT_OF_ORDER: Fault<'event-out-of-order'> = {
  code: 'event-out-of-order',
  en: ({ index, at, previous }) => `Event ${nth(index)} is dated ${at}, before an event ahead of it (${previous}); list events in the order of time.`,
  zh: ({ index, at, previous }) => `第 ${nth(index)} 个事件的时间 ${at} 早于前面的事件（${previous}）；请按时间顺序排列。`,
}

export const EVENT_NOT_ALLOWED: Fault<'event-not-allowed'> = {
  code: 'event-not-allowed',
  en: ({ index, type, after, starts, lacks, allowed }) => {
    const event = `Event ${nth(index)}, "${type}",`
    if (lacks !== undefined) return `${event} needs a rule with "${lacks}", and this one has none; allowed here: ${list(allowed)}.`
    return after === ''
      ? `${event} cannot come first; the clock of this rule starts with "${starts}". Allowed here: ${list(allowed)}.`
      : `${event} cannot come after "${after}"; allowed here: ${list(allowed)}.`
  },
  zh: ({ index, type, after, starts, lacks, allowed }) => {
    const event = `第 ${nth(index)} 个事件“${type}”`
    if (lacks !== undefined) return `${event}须规则载有“${lacks}”，而本规则没有；此处允许：${list(allowed)}。`
    return after === ''
      ? `${event}不能最先发生；本规则自“${starts}”起算。此处允许：${list(allowed)}。`
      : `${event}不能发生在“${after}”之后；此处允许：${list(allowed)}。`
  },
}

export const PAUSE_UNCLEAR: Fault<'pause-unclear'> = {
  code: 'pause-unclear',
  en: ({ index, cause, open }) =>
    cause === undefined
      ? `Event ${nth(index)} resumes without a cause while several pauses are open; name one of: ${list(open)}.`
      : `Event ${nth(index)} resumes "${clip(cause)}", which is not paused; open pauses: ${list(open)}.`,
  zh: ({ index, cause, open }) =>
    cause === undefined
      ? `第 ${nth(index)} 个事件恢复计时时有多个暂停未结束；请指明其一：${list(open)}。`
      : `第 ${nth(index)} 个事件恢复“${clip(cause)}”，而它并未暂停；未结束的暂停：${list(open)}。`,
}

export const PAUSE_OPEN: Fault<'pause-open'> = {
  code: 'pause-open',
  en: ({ index, cause }) => `Event ${nth(index)} pauses for "${clip(cause)}", which is paused already; resume it first, or name another cause.`,
  zh: ({ index, cause }) => `第 ${nth(index)} 个事件以“${clip(cause)}”暂停，而该暂停尚未结束；请先恢复，或写明其他原因。`,
}

export const STAGE_UNKNOWN: Fault<'stage-unknown'> = {
  code: 'stage-unknown',
  en: ({ index, found, allowed }) => `Event ${nth(index)} names the unknown stage "${found}"; stages of this rule: ${list(allowed)}.`,
  zh: ({ index, found, allowed }) => `第 ${nth(index)} 个事件的环节“${found}”未知；本规则的环节：${list(allowed)}。`,
}

export const STAGE_ORDER: Fault<'stage-order'> = {
  code: 'stage-order',
  en: ({ index, stage, state }) =>
    state === 'open'
      ? `Event ${nth(index)} starts the stage "${clip(stage)}", which is open already; finish it first.`
      : `Event ${nth(index)} finishes the stage "${clip(stage)}", which is not open; start it first.`,
  zh: ({ index, stage, state }) =>
    state === 'open'
      ? `第 ${nth(index)} 个事件开始环节“${clip(stage)}”，而该环节已经开始；请先结束它。`
      : `第 ${nth(index)} 个事件结束环节“${clip(stage)}”，而该环节并未开始；请先开始它。`,
}

export const CAUSE_UNKNOWN: Fault<'cause-unknown'> = {
  code: 'cause-unknown',
  en: ({ index, found, allowed }) =>
    `Event ${nth(index)} names the cause "${clip(found)}", which the rule does not know; its causes: ${list(allowed)}.`,
  zh: ({ index, found, allowed }) => `第 ${nth(index)} 个事件的暂停原因“${clip(found)}”不在本规则之列；可用：${list(allowed)}。`,
}

export const VERDICT_MISSING: Fault<'verdict-missing'> = {
  code: 'verdict-missing',
  en: ({ problem }) => `There is no verdict to check: ${problem.en}.`,
  zh: ({ problem }) => `没有可检查的结论：${problem.zh}。`,
}
