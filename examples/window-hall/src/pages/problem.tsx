import type { Language } from 'service-time'
import type { Problem } from '../web/problem.js'
import { layout } from './layout.js'

/** What went wrong, for people. */
export function problemPage({ title, detail }: Problem, language: Language) {
  return layout({
    title,
    language,
    children: (
      <>
        <h1>{title}</h1>
        <p>{detail}</p>
      </>
    ),
  })
}
