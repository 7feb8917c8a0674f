// What was stored under an earlier revision of a form, with the keys of the present one. Storage knows no form, so it
// is done on its way in; what is written next puts the rows right, see receive.ts.

import type { Form } from '../engine/form.ts'
import { renamedFiling, renamedIn } from '../engine/renamed.ts'
import type { Card, Seat } from './ports/conversations.ts'

export const renamedSeat = (form: Form, seat: Seat): Seat => ({
  ...seat,
  filing: renamedFiling(form, seat.filing),
  focus: renamedIn(form, seat.focus),
})

export const renamedCard = (form: Form, card: Card): Card => ({
  ...card,
  shown: renamedIn(form, card.shown),
  choices: renamedIn(form, card.choices),
})
