/** Which colours a picture has: those that the reader's screen asks for, or one set of them. */
export type Theme = 'auto' | 'light' | 'dark'

export const THEMES: readonly Theme[] = ['auto', 'light', 'dark']

const LIGHT = {
  paper: '#ffffff',
  ink: '#1b1f24',
  faint: '#57606a',
  line: '#c9d1d9',
  off: '#eef0f2',
  running: '#1f5fa8',
  'on-running': '#ffffff',
  overdue: '#a3201a',
  'on-overdue': '#ffffff',
  paused: '#f7e3b5',
  'on-paused': '#7a4d00',
  ahead: '#dbe9f8',
  warning: '#8a5a00',
  holiday: '#f8d7d4',
  'on-holiday': '#8c1710',
  makeup: '#1f5fa8',
  'on-makeup': '#ffffff',
  closure: '#e6dcf5',
  'on-closure': '#4c2a85',
}

const DARK: typeof LIGHT = {
  paper: '#0d1117',
  ink: '#e6edf3',
  faint: '#9aa4af',
  line: '#3d444d',
  off: '#1c2128',
  running: '#5aa2f0',
  'on-running': '#06121f',
  overdue: '#f2857c',
  'on-overdue': '#2b0502',
  paused: '#4a3611',
  'on-paused': '#f0c674',
  ahead: '#16283c',
  warning: '#e3b341',
  holiday: '#5c1f1b',
  'on-holiday': '#ffd9d5',
  makeup: '#5aa2f0',
  'on-makeup': '#06121f',
  closure: '#36264f',
  'on-closure': '#dcc8ff',
}

type Colour = keyof typeof LIGHT

/** What each class of the pictures is filled or drawn with. */
const RULES: readonly (readonly [selector: string, property: 'fill' | 'stroke', colour: Colour])[] = [
  ['text', 'fill', 'ink'],
  ['.st-faint', 'fill', 'faint'],
  ['.st-paper', 'fill', 'paper'],
  ['.st-line', 'stroke', 'line'],
  ['.st-ink', 'stroke', 'ink'],
  ['.st-off', 'fill', 'off'],
  ['.st-running', 'fill', 'running'],
  ['.st-overdue', 'fill', 'overdue'],
  ['.st-paused', 'fill', 'paused'],
  ['.st-ahead', 'fill', 'ahead'],
  ['.st-ahead', 'stroke', 'running'],
  ['.st-holiday', 'fill', 'holiday'],
  ['.st-makeup', 'fill', 'makeup'],
  ['.st-closure', 'fill', 'closure'],
  ['.st-on-running', 'fill', 'on-running'],
  ['.st-on-overdue', 'fill', 'on-overdue'],
  ['.st-on-overdue', 'stroke', 'overdue'],
  ['.st-on-paused', 'fill', 'on-paused'],
  ['.st-on-holiday', 'fill', 'on-holiday'],
  ['.st-on-makeup', 'fill', 'on-makeup'],
  ['.st-on-closure', 'fill', 'on-closure'],
  ['.st-hatch-overdue', 'stroke', 'on-overdue'],
  ['.st-hatch-paused', 'stroke', 'on-paused'],
  ['.st-hatch-closure', 'stroke', 'on-closure'],
  ['.st-mark-start', 'stroke', 'ink'],
  ['.st-mark-stop', 'stroke', 'ink'],
  ['.st-mark-now', 'stroke', 'ink'],
  ['.st-mark-due', 'stroke', 'overdue'],
  ['.st-mark-other-due', 'stroke', 'overdue'],
  ['.st-mark-warning', 'stroke', 'warning'],
]

const SHAPES = '{font-family:system-ui,-apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;font-size:12px}'

const rulesOf = (colours: typeof LIGHT) =>
  RULES.map(([selector, property, colour]) => `.service-time ${selector}{${property}:${colours[colour]}}`).join('')

/** The style of pictures. Colours are written out, as not every program that shows SVG knows custom properties; paper stays white. */
export function styleFor(theme: Theme): string {
  const dark = rulesOf(DARK)
  const colours = theme === 'dark' ? dark : `${rulesOf(LIGHT)}${theme === 'auto' ? `@media screen and (prefers-color-scheme:dark){${dark}}` : ''}`
  return `.service-time${SHAPES}.service-time path{fill:none}${colours}`
}
