// Permanent names of a form's parts, and the few words that a cell, a rule and a unit are described by. It must not
// import anything: form, filing and rules all stand on it.

declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

/** A figure's permanent name, `<table>.<row>.<column>`: `requests.received.natural`. */
export type CellKey = Branded<'cell'>
/** A gate's permanent name: `requests.?`, `requests.?.natural`. It never collides with a cell's. */
export type GateKey = Branded<'gate'>
/** A text's permanent name: `overview`. */
export type TextKey = Branded<'text'>
/** A section's permanent name: `disclosure`. A text section has the name of its text. */
export type SectionKey = Branded<'section'>
/** An edition of the form: `disclosure-2021`. */
export type FormId = Branded<'form'>
/** The yearly duty that a form reports on: `disclosure`. Cell keys are permanent within it. */
export type ObligationId = Branded<'obligation'>

/** A rule's permanent number. Forms choose it; the test of the rules asks for its words, its source and its cases. */
export type RuleId = string
/** A rule's message: its number, or `<rule>.<way>` where it can be broken in several ways. */
export type MessageId = string

/** How a figure is written and read; one file each in answers/. */
export type AnswerType =
  | 'count'
  | 'signed'
  | 'money'
  | 'money-wan'
  | 'decimal'
  | 'yes-no'
  | 'choices'
  | 'line'
  | 'web-address'
  | 'date'

/** Where a unit stands in the state; some cells and duties belong to some levels only. */
export const levels = ['province', 'city', 'county', 'town', 'street', 'bureau'] as const
export type Level = (typeof levels)[number]

/** A unit's powers, by the row of the form: false says that it has no such power, absent that nobody said. */
export type Powers = Readonly<Record<string, boolean>>

export const cellKey = (key: string) => key as CellKey
export const gateKey = (key: string) => key as GateKey
export const textKey = (key: string) => key as TextKey
export const sectionKey = (key: string) => key as SectionKey
export const formId = (id: string) => id as FormId
export const obligationId = (id: string) => id as ObligationId
