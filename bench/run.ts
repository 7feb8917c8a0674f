// `npm run bench`: all measures in one run, ratios first. Exit code 1 only when something failed to run.

import { parseArgs } from 'node:util'
import { campaign } from './campaign.ts'
import { checks } from './checks.ts'
import { document } from './document.ts'
import { form } from './form.ts'
import { hostileFiles, hostilePosts, hostileTexts } from './hostile.ts'
import { installRivals } from './installed.ts'
import { nudges } from './nudges.ts'
import { print, type Section, say } from './report.ts'
import { slope } from './slope.ts'
import type { Subject } from './subject.ts'
import { nianbao } from './subjects/nianbao.ts'
import { baseline, grammy, wizard } from './subjects/rivals.ts'
import { throughput } from './throughput.ts'

const all = 'throughput,form,slope,document,checks,hostile,campaign,nudges'
const usage = `npm run bench -- [--quick] [--only ${all}]
  [--subjects NAME,NAME] [--rounds N] [--seconds N] [--slots N] [--questions N]

throughput  answers a second beside a bot that stores nothing
form        CPU and time of a whole form beside the conversations of other libraries, alone and with many at once
slope       whether answers grow dearer as a conversation grows longer
document    reading, checking and printing a full report
checks      all checks after one changed figure, from nothing, and over texts never read before
campaign    opening a campaign of 500 units
nudges      a day's plan over 150,000 standings: its time and the heap that it takes
hostile     CPU over texts, Word files and posts that were made to be much work, beside ordinary ones
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
const crowd = size(undefined, 100, 20)
const alone = size(undefined, 25, 5)

const chosen = values.subjects?.split(',')
const present = (subject: Subject) =>
  subject.missing === undefined && (chosen === undefined || chosen.includes(subject.name))
const beside = (...rivals: Subject[]) => [nianbao, ...rivals].filter(present)

const forms = (people: number, count: number) =>
  form(beside(grammy, wizard), nianbao, grammy, { rounds, questions, people, forms: count })

const measures: Record<string, readonly (() => Promise<Section>)[]> = {
  throughput: [() => throughput(beside(baseline), nianbao, baseline, { rounds, seconds, questions })],
  form: [() => forms(1, alone), () => forms(crowd, crowd)],
  document: [() => document({ rounds })],
  checks: [() => checks({ rounds })],
  campaign: [() => campaign({ units: 500 })],
  nudges: [() => nudges({ units: size(undefined, 150_000, 15_000) })],
  hostile: [() => hostileTexts({ rounds }), () => hostileFiles({ rounds }), () => hostilePosts({ rounds })],
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
