import { Command, CommanderError, Option } from 'commander'
import { type Language, ServiceTimeError } from '../errors.js'
import type { ReplFlags } from '../repl/repl.js'
import { type ArithmeticFlags, addCommand, betweenCommand } from './arithmetic.js'
import { type AssessFlags, assessCommand } from './assess.js'
import { type CalendarFlags, calendarCommand } from './calendar.js'
import { type DeadlineFlags, deadlineCommand } from './deadline.js'
import { type DueFlags, dueCommand } from './due.js'
import { EXIT, type LongIo } from './io.js'
import { type LintFlags, lintCommand } from './lint.js'
import { answerIn, baselines, clocks, common, groupings, layers, listed, overCases, rejects, textWidth, threads, width } from './options.js'
import { type ReportFlags, reportCommand } from './report.js'
import { type TimelineFlags, timelineCommand } from './timeline.js'
import { usageInChinese } from './usage.js'

/** Runs a command line and gives its exit status; what is wrong is said on the error stream. */
export async function runCommand(args: readonly string[], version: string, io: LongIo): Promise<number> {
  let status: number = EXIT.ok
  const language = languageOf(args)
  const program = programOf({ version, language }, io, (done) => {
    status = done
  })
  try {
    await program.parseAsync([...args], { from: 'user' })
    return status
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.bad
    if (!(error instanceof ServiceTimeError)) throw error
    const place = error.path ? `${error.path}: ` : ''
    io.err(`${place}${error.text(language)} [${error.code}]\n`)
    return EXIT.bad
  }
}

/** The language asked for, also where the rest of the command line could not be read. */
function languageOf(args: readonly string[]): Language {
  return args.some((arg, i) => arg === '--lang=zh' || (arg === 'zh' && args[i - 1] === '--lang')) ? 'zh' : 'en'
}

interface Setting {
  readonly version: string
  readonly language: Language
}

function programOf({ version, language }: Setting, io: LongIo, finish: (status: number) => void): Command {
  const program = new Command('service-time')
    .description('By when must a public service be done, and was it done in time?')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err, outputError: (text, write) => write(language === 'zh' ? usageInChinese(text) : text) })
    .showHelpAfterError(language === 'zh' ? '（--help 显示用法。）' : '(--help shows how it is used)')

  overCases(program.command('assess'), language)
    .description('assess cases: one row per case, and a summary')
    .addOption(new Option('--format <format>', 'how to print').choices(['table', 'json', 'ndjson']).default('table'))
    .addOption(rejects())
    .addOption(threads(language))
    .addOption(new Option('--fail-on <outcome>', 'exit with 1 when some case is late or overdue').choices(['late']))
    .addHelpText(
      'after',
      '\nA due date in brackets is that of a paused case if it resumed now.\nExit status: 0 done, 1 some case late or overdue (with --fail-on late),\n2 bad usage or some case not assessed,\n130 interrupted.',
    )
    .action(async (files: string[], flags: AssessFlags) => finish(await assessCommand(files, flags, io)))

  overCases(program.command('report'), language)
    .description('what the cases of files come to: outcomes, rates, time used, targets of sets, overdue and soon due cases')
    .addOption(groupings(language))
    .addOption(baselines(language))
    .addOption(listed(language))
    .addOption(new Option('--format <format>', 'how to print').choices(['table', 'json', 'csv', 'md', 'html']).default('table'))
    .addOption(rejects())
    .addOption(threads(language))
    .addHelpText('after', '\nExit status: 0 done, 2 bad usage or some case not assessed,\n130 interrupted.')
    .action(async (files: string[], flags: ReportFlags) => finish(await reportCommand(files, flags, io)))

  overCases(program.command('due'), language)
    .description('the open cases that are overdue or will be soon, the most urgent first')
    .option('--within <amount>', "how far ahead to look, such as '2 working days' or '4个工作小时'", '2 working days')
    .addOption(new Option('--format <format>', 'how to print').choices(['table', 'json', 'csv', 'md']).default('table'))
    .addOption(rejects())
    .addOption(threads(language))
    .addHelpText(
      'after',
      '\nA due date in brackets is that of a paused case if it resumed now.\nExit status: 0 done, 2 bad usage or some case not assessed,\n130 interrupted.',
    )
    .action(async (files: string[], flags: DueFlags) => finish(await dueCommand(files, flags, io)))

  common(program.command('deadline'))
    .addOption(clocks(language))
    .description('say when a case of a rule would be due, and which days count')
    .argument('<rule>', 'the name of a rule, such as water-hookup')
    .requiredOption('--from <date>', 'the date or instant at which the clock starts')
    .addOption(new Option('--format <format>', 'how to print; svg is a timeline').choices(['text', 'json', 'svg']).default('text'))
    .action(async (rule: string, flags: DeadlineFlags) => finish(await deadlineCommand(rule, flags, io)))

  overCases(program.command('timeline'), language)
    .description('draw cases as lines of time: when the clock ran, stood still and did not count')
    .option('--id <id>', 'the case to draw; of text, all without it')
    .addOption(new Option('--format <format>', 'how to draw').choices(['text', 'svg']).default('text'))
    .addOption(textWidth(language))
    .addOption(width(language))
    .action(async (files: string[], flags: TimelineFlags) => finish(await timelineCommand(files, flags, io)))

  program
    .command('calendar')
    .description('show a year of the calendar: days off, make-up days, projected days, with their names')
    .argument('<year>', 'such as 2026')
    .addOption(layers())
    .option('--as-of <date>', 'as the calendar was known on that day')
    .addOption(new Option('--format <format>', 'how to show it').choices(['text', 'svg', 'ics', 'json']).default('text'))
    .addOption(textWidth(language))
    .addOption(width(language))
    .addOption(answerIn())
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
    .addOption(answerIn())
    .addHelpText(
      'after',
      '\nExit status: 0 nothing new, 1 some fault that no recorded conflict accounts for, 2 bad usage or a policy that is not valid.',
    )
    .action(async (policy: string, flags: LintFlags) => finish(await lintCommand(policy, flags, io)))

  common(program.command('repl'))
    .description('ask questions one by one, with calendar, clock, policies and sample cases at hand; also from a pipe')
    .addOption(clocks(language))
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
