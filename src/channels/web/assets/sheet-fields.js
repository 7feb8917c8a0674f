// The fields of the sheet and their places: one below or above by where it is drawn, since rows have cells of different
// widths, one beside it in its row.

document.documentElement.classList.add('scripted-sheet')
export const sheet = document.getElementById('sheet')
export const isBesideChat = document.getElementById('log') !== null

/** It is another element after each change, and none before it was fetched. */
export const tables = () => document.getElementById('tables')
export const fields = () => [...(tables()?.querySelectorAll('[name="text"]') ?? [])]
export const isChanged = field => field.value !== field.defaultValue
export const isField = target => target.name === 'text' && sheet.contains(target)

export const newId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), byte => byte.toString(16).padStart(2, '0')).join('')

const fieldsIn = row => [...row.querySelectorAll('input[name="text"]')]

const middleOf = element => {
  const { left, width } = element.getBoundingClientRect()
  return left + width / 2
}

/** The field nearest below (`step` 1) or above (-1); null at the end of the table. */
export const fieldBelow = (field, step) => {
  const rows = [...field.closest('table').rows].filter(row => fieldsIn(row).length > 0)
  const row = rows[rows.indexOf(field.closest('tr')) + step]
  if (!row) return null
  const middle = middleOf(field)
  const [nearest] = fieldsIn(row).sort(
    (one, other) => Math.abs(middleOf(one) - middle) - Math.abs(middleOf(other) - middle),
  )
  return nearest
}

/** The field to the right (`step` 1) or to the left (-1) in its row; null at its end. */
export const fieldBeside = (field, step) => {
  const fields = fieldsIn(field.closest('tr'))
  return fields[fields.indexOf(field) + step] ?? null
}
