// A message of the chat's list as programs read it.

import { isCard, type Outgoing } from '../../app/message.ts'
import type { Posted } from '../../app/ports/outbox.ts'

export const messageJson = ({ seq, at, outgoing, edits }: Posted) => ({
  seq,
  id: outgoing.id,
  at,
  kind: outgoing.kind,
  text: outgoing.lines.map(line => line.text).join('\n'),
  choices: outgoing.choices.map(({ number, label }) => ({ number, label })),
  card: isCard(outgoing) ? outgoing.id : null,
  cells: outgoing.cells,
  input: outgoing.input,
  file: fileOf(outgoing),
  edits,
})

/** Where the document of a message can be had, and under which name. */
export const fileOf = ({ id, file }: Outgoing): { readonly name: string; readonly url: string } | null => {
  if (!file) return null
  const name = `${file.name}.${file.format}`
  return { name, url: `/chat/files/${id}/${encodeURIComponent(name)}` }
}
