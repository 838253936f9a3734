import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { type Language, ServiceTimeError, within } from '../errors.js'
import type { ReplFlags } from '../repl/repl.js'
import { GROUPINGS, type Grouping } from '../report/group.js'
import { type Limit, parseLimit } from '../time/limit.js'
import { type ArithmeticFlags, addCommand, betweenCommand } from './arithmetic.js'
import { type AssessFlags, assessCommand } from './assess.js'
import { type CalendarFlags, calendarCommand } from './calendar.js'
import { type DeadlineFlags, deadlineCommand } from './deadline.js'
import { type DueFlags, dueCommand } from './due.js'
import { EXIT, type LongIo } from './io.js'
import { type LintFlags, lintCommand } from './lint.js'
import { type ReportFlags, reportCommand } from './report.js'
import { type TimelineFlags, timelineCommand } from './timeline.js'

/** Runs a command line and gives its exit status; what is wrong is said on the error stream. */
export async function runCommand(args: readonly string[], version: string, io: LongIo): Promise<number> {
  let status: number = EXIT.ok
  const program = programOf(version, io, (done) => {
    status = done
  })
  try {
    await program.parseAsync([...args], { from: 'user' })
    return status
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.bad
    if (!(error instanceof ServiceTimeError)) throw error
    const place = error.path ? `${error.path}: ` : ''
    io.err(`${place}${error.text(languageOf(args))} [${error.code}]\n`)
    return EXIT.bad
  }
}

/** The language asked for, also where the rest of the command line could not be read. */
function languageOf(args: readonly string[]): Language {
  return args.some((arg, i) => arg === '--lang=zh' || (arg === 'zh' && args[i - 1] === '--lang')) ? 'zh' : 'en'
}

function programOf(version: string, io: LongIo, finish: (status: number) => void): Command {
  const program = new Command('service-time')
    .description('By when must a public service be done, and was it done in time?')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err })
    .showHelpAfterError('(--help shows how it is used)')

  overCases(program.command('assess'))
    .description('assess cases: one row per case, and a summary')
    .addOption(new Option('--format <format>', 'how to print').choices(['table', 'json', 'ndjson']).default('table'))
    .addOption(rejects())
    .addOption(threads())
    .addOption(new Option('--fail-on <outcome>', 'exit with 1 when some case is late or overdue').choices(['late']))
    .addHelpText(
      'after',
      '\nA due date in brackets is that of a paused case if it resumed now.\nExit status: 0 done, 1 some case late or overdue (with --fail-on late),\n2 bad usage or some case not assessed,\n130 interrupted.',
    )
    .action(async (files: string[], flags: AssessFlags) => finish(await assessCommand(files, flags, io)))

  overCases(program.command('report'))
    .description('what the cases of files come to: outcomes, rates, time used, targets of sets, overdue and soon due cases')
    .addOption(groupings())
    .addOption(baselines())
    .addOption(count('--listed <number>', 'the most cases that the lists of overdue and of soon due cases hold').default(20))
    .addOption(new Option('--format <format>', 'how to print').choices(['table', 'json', 'csv', 'md', 'html']).default('table'))
    .addOption(rejects())
    .addOption(threads())
    .addHelpText('after', '\nExit status: 0 done, 2 bad usage or some case not assessed,\n130 interrupted.')
    .action(async (files: string[], flags: ReportFlags) => finish(await reportCommand(files, flags, io)))

  overCases(program.command('due'))
    .description('the open cases that are overdue or will be soon, the most urgent first')
    .option('--within <amount>', "how far ahead to look, such as '2 working days' or '4个工作小时'", '2 working days')
    .addOption(new Option('--format <format>', 'how to print').choices(['table', 'json', 'csv', 'md']).default('table'))
    .addOption(rejects())
    .addOption(threads())
    .addHelpText(
      'after',
      '\nA due date in brackets is that of a paused case if it resumed now.\nExit status: 0 done, 2 bad usage or some case not assessed,\n130 interrupted.',
    )
    .action(async (files: string[], flags: DueFlags) => finish(await dueCommand(files, flags, io)))

  common(program.command('deadline'))
    .addOption(clocks())
    .description('say when a case of a rule would be due, and which days count')
    .argument('<rule>', 'the name of a rule, such as water-hookup')
    .requiredOption('--from <date>', 'the date or instant at which the clock starts')
    .addOption(new Option('--format <format>', 'how to print; svg is a timeline').choices(['text', 'json', 'svg']).default('text'))
    .action(async (rule: string, flags: DeadlineFlags) => finish(await deadlineCommand(rule, flags, io)))

  overCases(program.command('timeline'))
    .description('draw cases as lines of time: when the clock ran, stood still and did not count')
    .option('--id <id>', 'the case to draw; of text, all without it')
    .addOption(new Option('--format <format>', 'how to draw').choices(['text', 'svg']).default('text'))
    .addOption(size('--columns <columns>', 'the columns of text'))
    .addOption(size('--width <pixels>', 'the width of a picture'))
    .action(async (files: string[], flags: TimelineFlags) => finish(await timelineCommand(files, flags, io)))

  program
    .command('calendar')
    .description('show a year of the calendar: days off, make-up days, projected days, with their names')
    .argument('<year>', 'such as 2026')
    .addOption(
      new Option('--layer <file>', 'a layer of JSON or a calendar file to lay over it; may be given for several').argParser(several).default([]),
    )
    .option('--as-of <date>', 'as the calendar was known on that day')
    .addOption(new Option('--format <format>', 'how to show it').choices(['text', 'svg', 'ics', 'json']).default('text'))
    .addOption(size('--columns <columns>', 'the columns of text'))
    .addOption(size('--width <pixels>', 'the width of a picture'))
    .addOption(language())
    .action(async (year: string, flags: CalendarFlags) => finish(await calendarCommand(year, flags, io)))

  common(program.command('add'))
    .description('add an amount to a date or instant; nothing is moved or rolled, as it is in a deadline')
    .argument('<start>', 'a date or instant')
    .argument('<amount>', "such as '4 working days', '8个工作小时' or '-2 working days'")
    // An amount may begin with a minus sign, which is no option.
    .allowUnknownOption()
    .action(async (start: string, amount: string, flags: ArithmeticFlags) => finish(await addCommand(start, amount, flags, io)))

  common(program.command('between'))
    .description('working days, working time and calendar days between two dates or instants')
    .argument('<a>', 'a date or instant')
    .argument('<b>', 'a date or instant')
    .action(async (a: string, b: string, flags: ArithmeticFlags) => finish(await betweenCommand(a, b, flags, io)))

  program
    .command('lint')
    .description('look for what a policy says and can hardly mean')
    .argument('<policy>', 'a policy file, or a built-in policy')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .addOption(language())
    .addHelpText(
      'after',
      '\nExit status: 0 nothing new, 1 some fault that no recorded conflict accounts for, 2 bad usage or a policy that is not valid.',
    )
    .action(async (policy: string, flags: LintFlags) => finish(await lintCommand(policy, flags, io)))

  common(program.command('repl'))
    .description('ask questions one by one, with calendar, clock, policies and sample cases at hand; also from a pipe')
    .addOption(clocks())
    .option('--now <instant>', 'the instant of asking; without it, the present')
    .option('--as-of <date>', 'with the calendar as it was known on that day')
    .addHelpText('after', '\nExit status: 0 done, 2 bad usage or, from a pipe, some line that was refused.')
    .action(async (flags: ReplFlags) => {
      // Loaded for this command alone, as it brings the whole library.
      const { replCommand } = await import('../repl/repl.js')
      finish(await replCommand(flags, io))
    })

  return program
}

/** What all commands have that read cases. */
function overCases(command: Command): Command {
  return common(command)
    .addOption(clocks())
    .argument('<files...>', 'files of NDJSON, of a JSON array or of a table (CSV), packed by gzip or not; - is standard input')
    .option('--now <instant>', 'the instant of asking; without it, the present')
    .option('--mapping <file>', 'a JSON file that says which columns of a table hold what')
    .addOption(columns())
}

function common(command: Command): Command {
  return command
    .option('--policy <name>', 'a built-in policy or a policy file', 'xiaoshan-2019')
    .option('--hours <sessions>', 'opening hours in place of those the policy names, such as 09:00-12:00,13:30-17:00')
    .addOption(language())
}

function clocks(): Option {
  const told = 'opening hours of a clock of stages that the policy names, such as bank=09:00-11:30,14:00-16:00; may be given for several'
  return new Option('--clock <name=sessions>', told).argParser(pairs('It is a name and opening hours, such as bank=09:00-11:30.'))
}

function threads(): Option {
  return new Option('--threads <count>', 'how many threads assess a large file; without it, as many as there are cores, up to 4').argParser(
    (text) => {
      if (!/^[1-9]\d?$/.test(text)) throw new InvalidArgumentError('It is a whole number from 1 to 99.')
      return Number(text)
    },
  )
}

function rejects(): Option {
  return new Option('--rejects <file>', 'write what could not be read to a file, as NDJSON with file, line, code, path and reason')
}

function columns(): Option {
  const told = 'the column of a table that holds a field, such as id=办件编号 or accepted=受理时间; may be given for several'
  return new Option('--column <field=name>', told).conflicts('mapping').argParser(pairs('It is a field and a column, such as id=办件编号.'))
}

/** Collects pairs of an option that may be given several times. */
function pairs(told: string): (text: string, before?: Readonly<Record<string, string>>) => Readonly<Record<string, string>> {
  return (text, before = {}) => {
    const [, name, value] = /^([^=]+)=(.+)$/.exec(text) ?? []
    if (name === undefined || value === undefined) throw new InvalidArgumentError(told)
    return { ...before, [name]: value }
  }
}

function several(file: string, before: readonly string[]): readonly string[] {
  return [...before, file]
}

function size(flag: string, told: string): Option {
  return new Option(flag, told).argParser((text: string): number => {
    if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError('It is a whole number.')
    return Number(text)
  })
}

function groupings(): Option {
  const told = `how to group, each within the one before: ${GROUPINGS.join(', ')}`
  return new Option('--by <groupings>', told).default([]).argParser((text: string): readonly Grouping[] => {
    const names = text.split(',').map((name) => name.trim()) as Grouping[]
    const isFit = names.every((name) => GROUPINGS.includes(name)) && new Set(names).size === names.length
    return isFit ? names : refuse(`Write some of ${GROUPINGS.join(', ')}, each once, with commas between.`)
  })
}

function baselines(): Option {
  const told = "for a reduction: what a rule took before, such as education-approval='10 working days'; may be given for several"
  return new Option('--baseline <rule=amount>', told).default({}).argParser((text: string, before: Readonly<Record<string, Limit>> = {}) => {
    const [, rule, amount] = /^([^=]+)=(.+)$/.exec(text) ?? []
    if (rule === undefined || amount === undefined) return refuse("It is a rule and an amount, such as education-approval='10 working days'.")
    return { ...before, [rule]: within({ path: '--baseline' }, () => parseLimit(amount)) }
  })
}

function count(flag: string, told: string): Option {
  return new Option(flag, told).argParser((text: string): number => (/^\d{1,6}$/.test(text) ? Number(text) : refuse('It is a whole number.')))
}

function refuse(why: string): never {
  throw new InvalidArgumentError(why)
}

function language(): Option {
  return new Option('--lang <language>', 'the language of the answer').choices(['zh', 'en']).default('en')
}
