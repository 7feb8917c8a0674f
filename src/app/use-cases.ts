// The use cases that pages call, as types: coming in, sessions, and all that a page shows. Main hands the functions in.

import type { FilingId, PersonId, UnitId } from '../engine/filing.ts'
import type { AccountRef, OfficeKind, ShownTable } from './message.ts'
import type { FileBody } from './ports/channel.ts'
import type { Outbox, Posted } from './ports/outbox.ts'
import type { Prints } from './ports/registry.ts'

/** The person and the unit of an invitation, for the page that asks whether it is them. */
export type Invited = {
  readonly unit: string
  /** The report's heading, with its year. */
  readonly title: string
  readonly name: string | null
  /** It leads this person to the same place in another channel. */
  readonly person: PersonId | null
}

/**
 * A person at the door of a channel; `account` owns their browser already, null when nobody does. `nonce` is what the
 * browser was given with the page of the link, and `token` what it holds of a session, good or not.
 */
export type LinkEntry = {
  readonly channel: string
  readonly code: string
  readonly name: string
  readonly account: AccountRef | null
  readonly nonce: string | null
  readonly token: string | null
}

/** A figure or a text that a colleague wrote: its place, and what stands there. */
export type ColleagueChange = { readonly name: string; readonly at: number; readonly what: string }

/** How far a filing is, beside the chat. */
export type Progress = {
  readonly person: { readonly id: PersonId; readonly name: string }
  readonly unit: string
  readonly year: number
  readonly filing: FilingId
  readonly version: number
  /** The card whose buttons are live, and the message that put the question. */
  readonly card: string | null
  readonly asked: string | null
  /** The person's messages, by their outbox ids, that set something which other words can set anew. */
  readonly editable: ReadonlySet<string>
  /** The text that the question is about, as it reads now; null where nothing is written or another thing is asked. */
  readonly text: { readonly key: string; readonly body: string } | null
  /** Figures and texts that stand by others, in the order in which they were written. */
  readonly colleagues: readonly ColleagueChange[]
  /** Whether there is a step of this person's to take back. */
  readonly canUndo: boolean
  readonly open: number
  /** How many findings stop the report. */
  readonly errors: number
  /** The parts as the statute counts them, and how many are filled in; an opening counts with the part behind it. */
  readonly parts: { readonly done: number; readonly all: number }
  readonly sections: readonly { readonly name: string; readonly open: number }[]
}

/** The desk at which somebody stands in their chat, as the page beside it shows it. */
export type DeskShown = {
  readonly person: Progress['person']
  readonly unit: string
  readonly desk: UnitId
  readonly version: number
  readonly card: string | null
  readonly asked: string | null
}

/**
 * The state that an open page knows: another version, or another last message in the chat, is news. At a desk no filing
 * stands behind it, and the version is the place's.
 */
export type Following = { readonly filing: FilingId | null; readonly version: number; readonly last: number }

/** The statutory tables of a filing as on paper, and its texts. */
export type Tables = {
  readonly unit: string
  readonly year: number
  readonly version: number
  /** The cells and texts, by their keys, that the question in hand is about. */
  readonly asked: readonly string[]
  readonly open: number
  readonly errors: number
  readonly sections: readonly (TableShown | TextShown)[]
}

/** A text in its place; `body` is as it reads, drafted sentences with their figures. */
export type TextShown = {
  readonly type: 'text'
  readonly key: string
  readonly heading: string
  readonly body: string
}

export type TableShown = {
  readonly type: 'table'
  readonly heading: string
  readonly table: ShownTable
  /** By cell. */
  readonly figures: Readonly<Record<string, TableFigure>>
  /** Figures that do not agree here, with no reason given. */
  readonly findings: readonly TableFinding[]
}

export type TableFigure = {
  /** Row and column, as people say them. */
  readonly name: string
  readonly isComputed: boolean
  /** Digits and a decimal point write any answer to it. */
  readonly isNumber: boolean
  /** The present value, to be sent back with the words typed over it. */
  readonly shown: string
}

export type TableFinding = {
  readonly key: string
  readonly severity: 'error' | 'explain' | 'warning'
  readonly text: string
  readonly cells: readonly { readonly key: string; readonly name: string }[]
}

/** The person of a browser: their id, name, and the unit they came to last. */
export type PersonHere = { readonly id: PersonId; readonly name: string; readonly unit: string }

/** Coming in, and staying by a session. */
export type Entrance = {
  /** The invitation behind a link; null when it cannot be taken by a browser with this nonce. Looking takes nothing. */
  readonly invited: (code: string, nonce: string | null) => Promise<Invited | null>
  /** The person of this account, whatever they may do; null for a stranger. */
  readonly whoIsHere: (account: AccountRef) => Promise<PersonHere | null>
  /** Whether a new link can be asked for by this one, which was taken. */
  readonly mayAskNewLink: (code: string) => Promise<boolean>
  /** Tells those above the unit that this link's holder wants a new one; false when it cannot be asked for. */
  readonly askNewLink: (channel: string, code: string) => Promise<boolean>
  /** Whether the person of this account came in by this link. */
  readonly isOwn: (code: string, account: AccountRef) => Promise<boolean>
  /**
   * Take the invitation, or take it again with the nonce it was taken with, for some minutes. The token opens the session
   * and is known to nobody else, and the session before it ends; null when the invitation could not be taken.
   */
  readonly enter: (entry: LinkEntry) => Promise<string | null>
  /** Whose session this token opens now; null when it has ended. */
  readonly accountIn: (token: string) => Promise<AccountRef | null>
  /** Whose session this token opens; `isRenewed` when it now lasts longer. */
  readonly session: (
    token: string,
  ) => Promise<{ readonly account: AccountRef; readonly isRenewed: boolean } | null>
  readonly leave: (token: string) => Promise<void>
  /** A code by which the person of this account goes on with another browser; null for whoever fills in nothing here. */
  readonly ownCode: (
    channel: string,
    account: AccountRef,
  ) => Promise<{ readonly code: string; readonly minutes: number } | null>
}

/** A try of the setup; `district` is its name where the district has no unit yet. */
export type SetupTry = { readonly code: string; readonly name: string; readonly district: string }

/** Why nothing came of a try. A code that is wrong, was used, or was never set is `refused`, and nobody learns which. */
export type SetupOutcome =
  | { readonly type: 'entered'; readonly token: string }
  | { readonly type: 'refused' }
  | { readonly type: 'slowed'; readonly waitMs: number }
  | { readonly type: 'unfit'; readonly field: 'name' | 'district' }

/** The first administrator's way in where there is no shell. */
export type SetupEntrance = {
  /** Whether the district has no unit yet, so that its name is asked. */
  readonly asksDistrict: () => Promise<boolean>
  readonly setUp: (channel: string, typed: SetupTry) => Promise<SetupOutcome>
}

export type Pages = {
  /** The greeting of somebody who belongs to a unit and has no report here, in sentences; null for everybody else. */
  readonly greeting: (account: AccountRef) => Promise<readonly string[] | null>
  /** Null when this account stands at no filing. */
  readonly progress: (account: AccountRef) => Promise<Progress | null>
  /** Null when this account does not stand at a desk. */
  readonly desk: (account: AccountRef) => Promise<DeskShown | null>
  /** Null when this account has no place any more. */
  readonly tables: (account: AccountRef) => Promise<Tables | null>
  /** Rows of the list of this account's own chat (see `Outbox.messages`); null when it has no place any more. */
  readonly messages: (
    account: AccountRef,
    from: Parameters<Outbox['messages']>[1],
    limit: number,
  ) => Promise<readonly Posted[] | null>
  /** Whether there is news for this account; null when it has no place any more. */
  readonly follow: (account: AccountRef) => Promise<Following | null>
  /** The document that a message of this account's chat ordered, as its file or as a page; null when there is none that it may have. */
  readonly file: (account: AccountRef, id: string, as?: 'html') => Promise<FileBody | null>
}

/** How the documents of the unit print at whose report somebody stands (see `Prints`). */
export type UnitSettingsShown = Prints & { readonly unit: string }

export type UnitSettings = {
  /** Null for whoever stands at no report, or may not set how its unit's documents print. */
  readonly unitSettings: (account: AccountRef) => Promise<UnitSettingsShown | null>
  /** All three are set; an empty line takes its setting away. */
  readonly setUnitSettings: (
    account: AccountRef,
    typed: { readonly contact: string; readonly signs: string; readonly closes: boolean },
  ) => Promise<
    | { readonly type: 'set' }
    | { readonly type: 'too-long'; readonly field: 'contact' | 'signs'; readonly most: number }
    | null
  >
}

export type CalendarFeed = {
  /** The iCalendar behind a secret address; null when it is nobody's, and nobody learns why. */
  readonly calendar: (code: string) => Promise<string | null>
}

/** A unit in the tree of the district's page; `depth` counts from 0 at the top. */
export type DistrictUnit = {
  readonly id: UnitId
  readonly name: string
  readonly depth: number
  /** Its standing in each campaign that is open, in the office's words. */
  readonly standing: string
}

export type DistrictShown = {
  readonly person: string
  readonly unit: string
  /** Those that fit what is looked for, and how many there are in all. */
  readonly units: readonly DistrictUnit[]
  readonly total: number
  /** Of each campaign that is open, its heading first. */
  readonly campaigns: readonly (readonly string[])[]
  /** The year for which a campaign may be opened; null where it stands, or may not be opened by this person. */
  readonly opens: number | null
  /** Those that this person may take out. */
  readonly files: readonly OfficeKind[]
  readonly mayImport: boolean
  readonly mayInvite: boolean
}

export type UnitShown = {
  readonly id: UnitId
  readonly name: string
  readonly lines: readonly string[]
  readonly mayInvite: boolean
}

/** The outcome of an act on the district's page, in sentences. */
export type ActShown = { readonly isDone: boolean; readonly lines: readonly string[] }

/** Links of a list of people, each with the private text that goes with it. */
export type LinksShown = ActShown & {
  readonly links: readonly Readonly<Record<'name' | 'unit' | 'role' | 'link' | 'text', string>>[]
}

export type DistrictPages = {
  /** Each is null for somebody who stands above no unit, and for a unit that is not below theirs. */
  readonly district: (account: AccountRef, search: string) => Promise<DistrictShown | null>
  readonly districtUnit: (account: AccountRef, unit: string) => Promise<UnitShown | null>
  /** `id` names the post: sent again it leads to the same link. */
  readonly inviteTo: (
    account: AccountRef,
    wish: { readonly unit: string; readonly name: string; readonly id: string },
  ) => Promise<(ActShown & { readonly link: string | null }) | null>
  /** A list of units, CSV or xlsx: all of it, or nothing and each row's problem. */
  readonly importUnits: (account: AccountRef, file: Uint8Array) => Promise<ActShown | null>
  /** A list of people, CSV or xlsx: a link for each, or nothing and each row's problem. */
  readonly inviteList: (account: AccountRef, file: Uint8Array) => Promise<LinksShown | null>
  /** Of the newest campaign that is open; null where there is none, or this account may not have it. */
  readonly districtFile: (account: AccountRef, office: OfficeKind) => Promise<FileBody | null>
  /** Days as `YYYY-MM-DD`, empty where none is set. */
  readonly openCampaign: (
    account: AccountRef,
    dates: Readonly<Record<'sign' | 'due' | 'publish', string>>,
  ) => Promise<ActShown | null>
}

/** Messages go through `Receive`. */
export type UseCases = Entrance & SetupEntrance & Pages & UnitSettings & DistrictPages & CalendarFeed
