import type { Child } from 'hono/jsx'

/** A field with its name above it. */
export function Field({ label, children }: { readonly label: string; readonly children: Child }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is among the children.
    <label>
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
    <Field label={label}>
      <select name={name}>
        {options.map(([value, title]) => (
          <option value={value}>{title}</option>
        ))}
      </select>
    </Field>
  )
}
