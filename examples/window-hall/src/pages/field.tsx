import type { Child } from 'hono/jsx'

interface Labelled {
  readonly label: string
  /** The id of the control. */
  readonly name: string
  readonly children: Child
}

/** A field with its name above it. */
export function Field({ label, name, children }: Labelled) {
  return (
    <label for={name}>
      {label}
      {children}
    </label>
  )
}

interface Choice {
  readonly label: string
  readonly name: string
  readonly options: readonly (readonly [value: string, title: string])[]
}

/** A field with a list to choose from. */
export function Choose({ label, name, options }: Choice) {
  return (
    <Field label={label} name={name}>
      <select id={name} name={name}>
        {options.map(([value, title]) => (
          <option value={value}>{title}</option>
        ))}
      </select>
    </Field>
  )
}
