// A seed's plan, as data: who takes part, what they do when, and what goes wrong. A failing plan is made smaller by
// leaving parts of it out, so every part stands by itself and means something without the others.

import { chances } from './chances.ts'

export type Act =
  | 'begin'
  | 'tap'
  | 'tap-old'
  | 'number'
  | 'words'
  | 'none'
  | 'edit'
  | 'command'
  | 'file'
  | 'sticker'
  | 'cell'
  | 'cell-at-once'
  | 'twice'
  | 'other-device'

/** `r` in [0, 1) says which button, which words. */
export type Step = { readonly at: number; readonly who: number; readonly act: Act; readonly r: number }

export type Trouble =
  /** A process dies, after so many more calls that Telegram carries out, and is started again after so many milliseconds. */
  | {
      readonly type: 'kill'
      readonly at: number
      readonly process: number
      readonly calls: number
      readonly ms: number
    }
  /** Another process holds the write lock. */
  | { readonly type: 'locked'; readonly at: number; readonly ms: number }
  | { readonly type: 'full'; readonly at: number; readonly ms: number }
  /** The wall is set by so many milliseconds. */
  | { readonly type: 'clock'; readonly at: number; readonly by: number }
  /** Telegram refuses: `flood` with so many seconds to wait, or with a proxy's page. */
  | {
      readonly type: 'outage'
      readonly at: number
      readonly ms: number
      readonly how: 'flood' | 'page' | 'cut'
    }
  /** Telegram answers slowly. */
  | { readonly type: 'slow'; readonly at: number; readonly ms: number }
  /** Somebody blocks the bot, and lets it in again. */
  | { readonly type: 'blocked'; readonly at: number; readonly who: number; readonly ms: number }

/** How often a single exchange goes wrong, in [0, 1). */
export type Rates = {
  /** A call of the Bot API is refused, meets a proxy's page, or its answer is lost. */
  readonly calls: number
  /** An update, or a request of a browser, is lost on the way, or its answer is. */
  readonly posts: number
  /** An update comes once more, later. */
  readonly repeats: number
}

export type Person = { readonly device: 'telegram' | 'web'; readonly filing: number }

export type Plan = {
  readonly seed: number
  readonly processes: number
  /** The longest that a call of the database takes, in milliseconds. */
  readonly disk: number
  readonly people: readonly Person[]
  readonly steps: readonly Step[]
  readonly troubles: readonly Trouble[]
  readonly rates: Rates
}

const second = 1_000
const minute = 60 * second

const acts: readonly (readonly [Act, number])[] = [
  ['tap', 40],
  ['number', 22],
  ['words', 8],
  ['none', 10],
  ['edit', 7],
  ['command', 6],
  ['tap-old', 3],
  ['twice', 6],
  ['cell', 10],
  ['file', 1],
  ['sticker', 1],
  ['other-device', 3],
]

export const planOf = (seed: number): Plan => {
  const chance = chances(seed)
  const upTo = (name: string, most: number): number => Math.floor(chance(name) * most)
  const isIt = (name: string, odds: number): boolean => chance(name) < odds
  const processes = isIt('processes', 0.4) ? 2 : 1
  const people = Array.from(
    { length: 2 + upTo('people', isIt('many', 0.3) ? 7 : 4) },
    (): Person => ({
      device: isIt('device', 0.55) ? 'telegram' : 'web',
      // Colleagues are many.
      filing: Math.max(0, upTo('filing', 6) - 3),
    }),
  )
  const span = (isIt('long', 0.25) ? 90 : 6) * minute
  const weight = acts.reduce((sum, [, each]) => sum + each, 0)
  const actOf = (): Act => {
    let left = chance('act') * weight
    return acts.find(([, each]) => {
      left -= each
      return left < 0
    })?.[0] as Act
  }
  const steps = people.flatMap((_, who): readonly Step[] => {
    const begin: Step = { at: upTo('at', 20 * second), who, act: 'begin', r: chance('r') }
    const bursts = Array.from({ length: 2 + upTo('bursts', 4) }, () => 20 * second + upTo('at', span))
    const rest = bursts.flatMap(from => {
      let at = from
      return Array.from({ length: 1 + upTo('burst', 6) }, (): Step => {
        // People think; now and then they do not wait for the answer.
        at += isIt('hasty', 0.3) ? upTo('haste', 400) : second + upTo('thought', 8 * second)
        return { at, who, act: actOf(), r: chance('r') }
      })
    })
    return [begin, ...rest]
  })
  const troubles = troublesIn({ span, processes, people: people.length, steps, upTo, isIt })
  const piles = troubles.flatMap(trouble =>
    trouble.type === 'outage' && isIt('pile', 0.6) ? [pileIn(trouble, people.length, processes, upTo)] : [],
  )
  const rushes = Array.from({ length: isIt('rush', 0.35) ? 2 : 0 }, () =>
    rushIn(30 * second + upTo('at', span), people.length, chance),
  )
  return {
    seed,
    processes,
    disk: isIt('slow disk', 0.3) ? 60 : 3,
    people,
    steps: [...steps, ...piles.flatMap(pile => pile.steps), ...rushes.flat()].sort((a, b) => a.at - b.at),
    troubles: [...troubles, ...piles.flatMap(pile => pile.troubles)].sort((a, b) => a.at - b.at),
    rates: {
      calls: isIt('calls', 0.6) ? 0.05 : 0,
      posts: isIt('posts', 0.6) ? 0.05 : 0,
      repeats: isIt('repeats', 0.6) ? 0.05 : 0,
    },
  }
}

/** Whoever writes while Telegram is out has a pile of answers coming when it is back; and then a process may die. */
const pileIn = (
  { at, ms }: { readonly at: number; readonly ms: number },
  people: number,
  processes: number,
  upTo: (name: string, most: number) => number,
): { readonly steps: readonly Step[]; readonly troubles: readonly Trouble[] } => {
  const who = upTo('pile', people)
  const acts = ['number', 'words', 'command'] as const
  const steps = Array.from(
    { length: 6 },
    (_, n): Step => ({
      ...{ at: at + Math.round((n * ms) / 7), who, act: acts[n % 3] ?? 'number' },
      r: upTo('r', 1_000) / 1_000,
    }),
  )
  const kill: Trouble = {
    ...{ type: 'kill', at: at + Math.round(0.9 * ms), process: upTo('process', processes) },
    ...{ calls: 2 + upTo('calls before', 5), ms: 500 },
  }
  return { steps, troubles: upTo('cut pile', 10) < 6 ? [kill] : [] }
}

const rushed: readonly Act[] = [
  ...(['number', 'tap', 'none', 'cell', 'cell', 'cell'] as const),
  ...(['cell-at-once', 'cell-at-once', 'cell-at-once', 'cell-at-once'] as const),
]

/** Everybody at once, each with all thumbs: messages, a tap, and figures into the tables, some after a long look. */
const rushIn = (at: number, people: number, chance: (name: string) => number): readonly Step[] =>
  Array.from({ length: people }, (_, who) =>
    rushed.map(act => ({
      ...{ at: at + Math.floor(chance('rush') * 8), who, act },
      r: chance('r'),
    })),
  ).flat()

type Setting = {
  readonly span: number
  readonly processes: number
  readonly people: number
  readonly steps: readonly Step[]
  readonly upTo: (name: string, most: number) => number
  readonly isIt: (name: string, odds: number) => boolean
}

const troublesIn = ({ span, processes, people, steps, upTo, isIt }: Setting): readonly Trouble[] => {
  // Most trouble matters just when somebody has done something.
  const at = (within = 400): number =>
    isIt('apart', 0.3)
      ? upTo('trouble', span + 30 * second)
      : (steps[upTo('trouble', steps.length)]?.at ?? 0) + upTo('behind', within)
  const some = <T extends Trouble>(name: string, odds: number, most: number, make: () => T): readonly T[] =>
    isIt(name, odds) ? Array.from({ length: 1 + upTo(name, most) }, make) : []
  return [
    ...some('kill', 0.6, 3, () => ({
      ...{ type: 'kill', at: at(), process: upTo('process', processes), calls: upTo('calls before', 6) },
      ms: 100 + upTo('down', isIt('long down', 0.2) ? 10 * minute : 3 * second),
    })),
    ...some('locked', 0.5, 3, () => ({
      ...{ type: 'locked', at: at(120), ms: second + upTo('lock', 14 * second) },
    })),
    ...some('full', 0.3, 2, () => ({
      type: 'full',
      at: at(120),
      ms: second + upTo('fullness', 20 * second),
    })),
    ...some('clock', 0.3, 2, () => ({
      ...{ type: 'clock', at: at() },
      by: (isIt('back', 0.6) ? -1 : 1) * (minute + upTo('jump', 120 * minute)),
    })),
    ...some('outage', 0.4, 2, () => ({
      ...{ type: 'outage', at: at() },
      ms: isIt('long outage', 0.3)
        ? 20 * minute + upTo('outages', 60 * minute)
        : upTo('outages', 90 * second),
      how: (['flood', 'page', 'cut'] as const)[upTo('how', 3)] ?? 'page',
    })),
    ...some('slow', 0.25, 1, () => ({
      type: 'slow',
      at: at(),
      ms: 20 * second + upTo('slowness', 5 * minute),
    })),
    ...some('blocked', 0.15, 1, () => ({
      ...{ type: 'blocked', at: at(), who: upTo('who', people) },
      ms: second + upTo('blocking', 5 * minute),
    })),
  ].sort((a, b) => a.at - b.at)
}
