// `npm run bench`: all measures in one run, ratios first. Exit code 1 only when something failed to run.

import { parseArgs } from 'node:util'
import { campaign } from './campaign.ts'
import { checks } from './checks.ts'
import { crowd, steady } from './crowd.ts'
import { document } from './document.ts'
import { form } from './form.ts'
import { hostileFiles, hostilePastes, hostilePosts, hostileTexts } from './hostile.ts'
import { installRivals } from './installed.ts'
import { memory } from './memory.ts'
import { nudges } from './nudges.ts'
import { print, type Section, say } from './report.ts'
import { slope } from './slope.ts'
import type { Subject } from './subject.ts'
import { nianbao } from './subjects/nianbao.ts'
import { baseline, durable, grammy, wizard } from './subjects/rivals.ts'
import { throughput } from './throughput.ts'

const all = 'throughput,form,slope,crowd,steady,memory,document,checks,hostile,campaign,nudges'
const usage = `npm run bench -- [--quick] [--only ${all}]
  [--subjects NAME,NAME] [--rounds N] [--seconds N] [--slots N] [--questions N]

throughput  answers a second beside a bot that stores nothing, and one that stores each answer and does no more
form        CPU and time of a whole form beside the conversations of other libraries, alone and with many at once, and
            over as many questions as the report has
slope       whether answers grow dearer as a conversation grows longer
crowd       how many people who answer once in 20 s one core carries
steady      how long 300 answers a second wait
memory      whether memory grows with the filings that were seen
document    reading, checking and printing a full report
checks      all checks after one changed figure, from nothing, and over texts never read before
campaign    opening a campaign of 500 units
nudges      a day's plan over 150,000 standings: its time and the heap that it takes
hostile     CPU over texts, Word files, pastes and posts that were made to be much work, beside ordinary ones
`

const { values } = parseArgs({
  options: {
    help: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: process.env.BENCH_QUICK === '1' },
    only: { type: 'string', default: all },
    subjects: { type: 'string' },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    slots: { type: 'string' },
    questions: { type: 'string', default: '40' },
  },
})

if (values.help) {
  say(usage)
  process.exit()
}

const size = (given: string | undefined, full: number, quick: number): number => {
  const value = given === undefined ? (values.quick ? quick : full) : Number(given)
  if (!(value > 0)) throw new Error(`not a size: ${given}`)
  return value
}
const rounds = size(values.rounds, 5, 2)
const seconds = size(values.seconds, 3, 1)
const slots = size(values.slots, 20, 4)
const questions = size(values.questions, 40, 40)
const many = size(undefined, 100, 20)
const alone = size(undefined, 25, 5)

const chosen = values.subjects?.split(',')
const present = (subject: Subject) =>
  subject.missing === undefined && (chosen === undefined || chosen.includes(subject.name))
const beside = (...rivals: Subject[]) => [nianbao, ...rivals].filter(present)

/** Every figure of the report, so many questions. */
const WHOLE = 166
const forms = (people: number, count: number, asked: number, most: number) =>
  form(beside(grammy, wizard), nianbao, grammy, {
    ...{ rounds, questions: asked, people, forms: count, wanted: most },
  })

const measures: Record<string, readonly (() => Promise<Section>)[]> = {
  throughput: [
    () => throughput(beside(baseline, durable), nianbao, baseline, durable, { rounds, seconds, questions }),
  ],
  form: [
    () => forms(1, alone, questions, 1),
    () => forms(many, many, questions, 0.5),
    () => forms(1, size(undefined, 6, 2), WHOLE, 1 / 3),
    () => forms(many, many, WHOLE, 1 / 3),
  ],
  crowd: [
    () =>
      crowd(nianbao, {
        ...{ most: size(undefined, 16_000, 400), first: size(undefined, 2_000, 200) },
        seconds: size(undefined, 20, 5),
      }),
  ],
  steady: [
    () =>
      steady(nianbao, {
        ...{ perSecond: size(undefined, 300, 50), seconds: size(undefined, 60, 5) },
        chats: size(undefined, 1_000, 100),
      }),
  ],
  memory: [() => memory(nianbao, { filings: size(undefined, 10_000, 200) })],
  document: [() => document({ rounds })],
  checks: [() => checks({ rounds })],
  campaign: [() => campaign({ units: 500 })],
  nudges: [() => nudges({ units: size(undefined, 150_000, 15_000) })],
  hostile: [
    () => hostileTexts({ rounds }),
    () => hostileFiles({ rounds }),
    () => hostilePastes({ rounds }),
    () => hostilePosts({ rounds }),
  ],
  slope: [() => slope(beside(grammy, wizard), nianbao, { slots })],
}

installRivals()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
say(`node ${process.version}, ${process.platform}-${process.arch}\n`)
if (nianbao.missing !== undefined) say(`${nianbao.name} is left out: ${nianbao.missing}\n`)
for (const name of values.only.split(',')) {
  for (const measure of measures[name] ?? []) {
    try {
      print(await measure())
    } catch (error) {
      process.exitCode = 1
      say(`${name} failed: ${error instanceof Error ? error.message : error}\n`)
    }
  }
  if (measures[name] === undefined) {
    process.exitCode = 1
    say(`no such measure: ${name}`)
  }
}
