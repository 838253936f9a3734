import { fileURLToPath } from 'node:url'
import { cn } from 'service-time'
import { timeline, yearCalendar } from 'service-time/render'
import { describe, expect, test } from 'vitest'
import { EXPLANATIONS } from '../support/pictures.js'
import { RULES } from '../support/rule-pictures.js'

const pictures = fileURLToPath(new URL('../../docs/pictures/', import.meta.url))

describe.each(['zh', 'en'] as const)('the pictures of the front page in %s', (language) => {
  test.each(Object.keys(EXPLANATIONS))('are as the library draws them: timeline-%s', async (name) => {
    const drawn = timeline(EXPLANATIONS[name] as never, { language })
    await expect(`${drawn}\n`).toMatchFileSnapshot(`${pictures}timeline-${name}.${language}.svg`)
  })

  test('are as the library draws them: calendar', async () => {
    await expect(`${yearCalendar(cn, 2026, { language })}\n`).toMatchFileSnapshot(`${pictures}calendar-2026.${language}.svg`)
  })
})

describe('the pictures of the guides', () => {
  test.each(Object.keys(RULES))('are as the library draws them: rule-%s', async (name) => {
    const drawn = timeline(RULES[name] as never, { language: 'en' })
    await expect(`${drawn}\n`).toMatchFileSnapshot(`${pictures}rule-${name}.en.svg`)
  })
})
