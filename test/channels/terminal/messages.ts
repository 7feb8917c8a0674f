// Messages to show in a terminal.

import type { Line, Outgoing } from '../../../src/app/message.ts'

const plain = (text: string): Line => ({ text, style: 'plain' })

export const message = (id: string, text: string, parts: Partial<Outgoing> = {}): Outgoing => ({
  id,
  to: 'terminal:1',
  kind: 'say',
  lines: text === '' ? [] : text.split('|').map(plain),
  choices: [],
  cells: [],
  input: null,
  edits: null,
  file: null,
  ...parts,
})

/** A card with these buttons; one that begins with `-` is navigation. */
export const card = (
  id: string,
  text: string,
  labels: readonly string[],
  parts: Partial<Outgoing> = {},
): Outgoing =>
  message(id, text, {
    kind: 'ask',
    choices: labels.map((label, number) => ({
      number,
      label: label.replace(/^-/, ''),
      nav: label.startsWith('-'),
    })),
    ...parts,
  })

/** A question that wants a figure: its buttons stand below the input field. */
export const question = (id: string, text: string, labels: readonly string[]): Outgoing =>
  card(
    id,
    text,
    labels.map(label => `-${label}`),
    { input: { type: 'number', placeholder: '3' } },
  )
