import { type Command, InvalidArgumentError, Option } from 'commander'
import { type Language, within } from '../errors.js'
import { SIZES } from '../render/options.js'
import { GROUPINGS, type Grouping } from '../report/group.js'
import { type Limit, parseLimit } from '../time/limit.js'

/** What all commands have that read cases. */
export function overCases(command: Command, language: Language): Command {
  return common(command)
    .addOption(clocks(language))
    .argument('<files...>', 'files of NDJSON, of a JSON array or of a table (CSV), packed by gzip or not; - is standard input')
    .option('--now <instant>', 'the instant of asking; without it, the present')
    .option('--mapping <file>', 'a JSON file that says which columns of a table hold what')
    .addOption(columns(language))
}

export function common(command: Command): Command {
  return command
    .option('--policy <name>', 'a built-in policy or a policy file', 'xiaoshan-2019')
    .option('--hours <sessions>', 'opening hours in place of those the policy names, such as 09:00-12:00,13:30-17:00')
    .addOption(answerIn())
}

/** The option of the language. */
export function answerIn(): Option {
  return new Option('--lang <language>', 'the language of the answer').choices(['zh', 'en']).default('en')
}

export function rejects(): Option {
  return new Option('--rejects <file>', 'write what could not be read to a file, as NDJSON with file, line, code, path and reason')
}

export function clocks(language: Language): Option {
  const told = 'opening hours of a clock of stages that the policy names, such as bank=09:00-11:30,14:00-16:00; may be given for several'
  return new Option('--clock <name=sessions>', told).argParser(pairs(REFUSED[language].clock))
}

function columns(language: Language): Option {
  const told = 'the column of a table that holds a field, such as id=办件编号 or accepted=受理时间; may be given for several'
  return new Option('--column <field=name>', told).conflicts('mapping').argParser(pairs(REFUSED[language].column))
}

export function threads(language: Language): Option {
  const told = 'how many threads assess a large file; without it, as many as there are cores, up to 4'
  return new Option('--threads <count>', told).argParser(numbers(1, 99, language))
}

/** How many cases the lists of a report hold. */
export function listed(language: Language): Option {
  const told = 'the most cases that the lists of overdue and of soon due cases hold'
  return new Option('--listed <number>', told).argParser(numbers(0, 999_999, language)).default(20)
}

export function width(language: Language): Option {
  return new Option('--width <pixels>', 'the width of a picture').argParser(numbers(SIZES.width.least, SIZES.width.most, language))
}

/** How wide what is drawn as text is. */
export function textWidth(language: Language): Option {
  return new Option('--columns <columns>', 'the columns of text').argParser(numbers(SIZES.columns.least, SIZES.columns.most, language))
}

export function layers(): Option {
  const told = 'a layer of JSON or a calendar file to lay over it; may be given for several'
  return new Option('--layer <file>', told).argParser((file: string, before: readonly string[]) => [...before, file]).default([])
}

export function groupings(language: Language): Option {
  const told = `how to group, each within the one before: ${GROUPINGS.join(', ')}`
  return new Option('--by <groupings>', told).default([]).argParser((text: string): readonly Grouping[] => {
    const names = text.split(',').map((name) => name.trim()) as Grouping[]
    const isFit = names.every((name) => GROUPINGS.includes(name)) && new Set(names).size === names.length
    return isFit ? names : refuse(REFUSED[language].by)
  })
}

export function baselines(language: Language): Option {
  const told = "for a reduction: what a rule took before, such as education-approval='10 working days'; may be given for several"
  return new Option('--baseline <rule=amount>', told).default({}).argParser((text: string, before: Readonly<Record<string, Limit>> = {}) => {
    const [, rule, amount] = /^([^=]+)=(.+)$/.exec(text) ?? []
    if (rule === undefined || amount === undefined) return refuse(REFUSED[language].baseline)
    return { ...before, [rule]: within({ path: '--baseline' }, () => parseLimit(amount)) }
  })
}

/** What is said of the value of an option that is not valid. */
const REFUSED: Readonly<Record<Language, Readonly<Record<'clock' | 'column' | 'by' | 'baseline', string>>>> = {
  en: {
    clock: 'It is a name and opening hours, such as bank=09:00-11:30.',
    column: 'It is a field and a column, such as id=办件编号.',
    by: `Write some of ${GROUPINGS.join(', ')}, each once, with commas between.`,
    baseline: "It is a rule and an amount, such as education-approval='10 working days'.",
  },
  zh: {
    clock: '应为名称与办公时间，例如 bank=09:00-11:30。',
    column: '应为字段与列名，例如 id=办件编号。',
    by: `请写 ${GROUPINGS.join('、')} 中的若干项，各至多一次，以逗号分隔。`,
    baseline: "应为规则与时限，例如 education-approval='10个工作日'。",
  },
}

/** Collects pairs of an option that may be given several times. */
function pairs(told: string): (text: string, before?: Readonly<Record<string, string>>) => Readonly<Record<string, string>> {
  return (text, before = {}) => {
    const [, name, value] = /^([^=]+)=(.+)$/.exec(text) ?? []
    return name === undefined || value === undefined ? refuse(told) : { ...before, [name]: value }
  }
}

function numbers(least: number, most: number, language: Language): (text: string) => number {
  const told = language === 'zh' ? `应为 ${least} 至 ${most} 的整数。` : `It is a whole number from ${least} to ${most}.`
  return (text) => (/^\d{1,6}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : refuse(told))
}

function refuse(why: string): never {
  throw new InvalidArgumentError(why)
}
