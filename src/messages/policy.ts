import { clip, list } from './clip.js'
import type { Language } from './facts.js'
import type { Fault } from './fault.js'

const TARGETS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  average: { en: 'an average', zh: '平均用时' },
  reduction: { en: 'a cut against a baseline', zh: '相对基数的压减' },
}

export const RULE_UNKNOWN: Fault<'rule-unknown'> = {
  code: 'rule-unknown',
  en: ({ found, nearest }) => `"${found}" is not a rule of this policy; perhaps one of these was meant: ${list(nearest)}.`,
  zh: ({ found, nearest }) => `本政策没有规则“${found}”；您要找的可能是：${list(nearest)}。`,
}

export const INDICATOR_UNKNOWN: Fault<'indicator-unknown'> = {
  code: 'indicator-unknown',
  en: ({ found, nearest }) => `"${found}" is not an indicator of this policy; perhaps one of these was meant: ${list(nearest)}.`,
  zh: ({ found, nearest }) => `本政策没有指标“${found}”；您要找的可能是：${list(nearest)}。`,
}

export const TARGET_UNSUPPORTED: Fault<'target-unsupported'> = {
  code: 'target-unsupported',
  en: ({ rule, kind }) =>
    `The rule "${rule}" sets ${TARGETS[kind]?.en ?? kind}, which binds a set of cases and not one; a single case of it has no deadline.`,
  zh: ({ rule, kind }) => `规则“${rule}”的目标（${TARGETS[kind]?.zh ?? kind}）约束的是一批办件而非单件，单个办件没有到期日。`,
}

export const POLICY_INVALID: Fault<'policy-invalid'> = {
  code: 'policy-invalid',
  en: ({ found, problem }) => `The policy is not valid: ${problem.en} (found ${found}).`,
  zh: ({ found, problem }) => `政策数据无效：${problem.zh}（实际为 ${found}）。`,
}

export const POLICY_UNREAD: Fault<'policy-invalid'> = {
  code: 'policy-invalid',
  en: ({ found, problem }) =>
    `${found} is not valid as a policy (${problem.en}); readPolicy and definePolicy say where, and make a policy that is checked.`,
  zh: ({ found, problem }) => `${found} 不是有效的政策数据（${problem.zh}）；请用 readPolicy 或 definePolicy 读取，即可得知何处有误。`,
}

export const POLICY_UNKNOWN: Fault<'policy-unknown'> = {
  code: 'policy-unknown',
  en: ({ found, allowed }) => `"${found}" is neither a built-in policy (${list(allowed)}) nor a readable policy file.`,
  zh: ({ found, allowed }) => `“${found}”既不是内置政策（${list(allowed)}），也不是可读的政策文件。`,
}

export const BASE_UNKNOWN: Fault<'base-unknown'> = {
  code: 'base-unknown',
  en: ({ found, allowed }) => `The policy extends "${found}", which is not among the policies given as bases: ${list(allowed)}.`,
  zh: ({ found, allowed }) => `该政策扩展“${found}”，而所给的基础政策中没有它：${list(allowed)}。`,
}

export const BASE_CYCLE: Fault<'base-cycle'> = {
  code: 'base-cycle',
  en: ({ chain }) => `A policy cannot extend itself: ${chain.map(clip).join(' extends ')}.`,
  zh: ({ chain }) => `政策不能扩展自身：${chain.map(clip).join(' 扩展 ')}。`,
}
