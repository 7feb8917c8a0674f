// The buttons of a card as channels show them: labels, ranks, what is ticked, and where a row stands in its table.

import type { Choice, Label } from '../../../engine/effect.ts'
import type { ShownChoice } from '../../message.ts'
import { labelsOf } from './label.ts'
import type { View } from './view.ts'

export const shownChoices = (view: View, choices: readonly Choice[]): readonly ShownChoice[] => {
  const labels = choices.map(({ label }) => label)
  const said = labelsOf(view, labels)
  const bare = labelsOf(view, labels.map(unticked))
  return choices.map((choice, number) => ({
    number,
    label: said[number] ?? '',
    nav: choice.nav === true,
    ...(choice.main && { main: choice.main }),
    ...(isOption(choice) && { option: { name: bare[number] ?? '', isPressed: choice.label.ticked } }),
    ...(choice.group !== undefined && { group: choice.group }),
    ...(choice.ahead && { ahead: choice.ahead }),
  }))
}

type Ticked = Extract<Label, { readonly ticked: boolean }>

/** A branch is ticked too where it only leads to its cells, in the contents; there the tick says that it has figures. */
const isOption = (choice: Choice): choice is Choice & { readonly label: Ticked } =>
  choice.label.type === 'option' || (choice.label.type === 'branch' && choice.event.type === 'tick')

const unticked = (label: Label): Label => ('ticked' in label ? { ...label, ticked: false } : label)
