import { layerSchema } from 'service-time/layer'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'

describe('the JSON Schema of layers', () => {
  test('is what the schema generates; `npm run schemas` writes it anew', async () => {
    const text = JSON.stringify(z.toJSONSchema(layerSchema, { io: 'input' }), null, 2)
    await expect(`${text}\n`).toMatchFileSnapshot('../../seeds/schemas/layer.json')
  })
})
