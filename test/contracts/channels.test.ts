// The contract, called for Telegram (the simulator), the web (real HTTP on this machine) and the terminal.

import { createSeal } from '../../src/app/audit.ts'
import { hashOf } from '../../src/app/hash-of.ts'
import { createTerminal } from '../../src/channels/terminal/terminal.ts'
import { obligationId } from '../../src/engine/form.ts'
import { realEnvironment } from '../../src/main/environment.ts'
import { createNianbao } from '../../src/main/nianbao.ts'
import { openBrowser } from '../channels/web/browser.ts'
import { openHouse } from '../channels/web/house.ts'
import { openOffice, street } from '../scenarios/office.ts'
import { notZero } from '../scenarios/walk.ts'
import { seeding } from '../seeding.ts'
import { channelContract, type Scene } from './channel.ts'

const telegram = async (): Promise<Scene> => {
  const office = await openOffice(street)
  const person = await office.join(1001, '李')
  const [first] = person.received()
  const does = (act: () => unknown) => office.does(person, act, 3)
  return {
    talker: {
      say: text => does(() => person.send(text)),
      tap: label => does(() => person.tap(label)),
      tapOld: label => does(() => person.tapOld(first?.id ?? 0, label)),
      edit: (from, to) => does(() => person.edit(message => message.text === from, to)),
      last: async () => person.last().text ?? '',
      files: async () => person.received().flatMap(({ document }) => document?.name ?? []),
    },
    figures: () => notZero(office),
    sayTwice: text =>
      does(() => {
        office.sim.duplicate()
        person.send(text)
      }),
    restart: office.restart,
    stranger: async () => {
      const other = office.sim.user({ id: 7, name: '路人' })
      other.send('53项')
      await office.sim.settle()
      return other.last().text ?? ''
    },
    close: office.close,
  }
}

const web = async (): Promise<Scene> => {
  const office = await openOffice(street)
  const send = (path: string, init?: RequestInit) => fetch(`${office.root}${path}`, init)
  const code = 'invitation-code-of-a-browser'
  await office.ledger.invite(code, office.sim.clock.now() + 86_400_000)
  const visitor = openBrowser(send, () => office.root)
  await visitor.enter(code, '李')
  const [first] = await visitor.all()
  return {
    talker: {
      say: visitor.say,
      tap: visitor.tap,
      tapOld: label => {
        const choice = first?.choices.find(each => each.label === label)
        return visitor.choose(first?.card ?? '', choice?.number ?? -1)
      },
      edit: async (from, to) => {
        const own = (await visitor.all()).findLast(({ kind, text }) => kind === 'said' && text === from)
        return visitor.edit(own?.id ?? '', to)
      },
      last: async () => (await visitor.screen()).findLast(({ by }) => by === 'bot')?.text ?? '',
      files: async () => (await visitor.all()).flatMap(({ file }) => file?.name ?? []),
    },
    figures: () => notZero(office),
    sayTwice: async text => {
      for (let n = 0; n < 2; n += 1) await visitor.json({ id: 'the-same', text })
    },
    restart: office.restart,
    stranger: async () => (await openBrowser(send, () => office.root).json({ id: 'a', text: '53' })).text(),
    close: office.close,
  }
}

const terminal = async (): Promise<Scene> => {
  const house = await openHouse()
  const code = 'a-terminal-opens-its-own-link'
  const files: string[] = []
  const turns: string[] = []
  const channel = createTerminal({
    speakers: { person: '填报人', bot: '机器人' },
    mistyped: ({ said }) => said,
    print: (turn, by) => void (by === 'bot' && turns.push(turn)),
    onFile: file => files.push(file.name),
    now: () => house.clock.now,
    invitation: code,
  })
  await seeding(house.store).invite(await hashOf(code), {
    unit: house.unit,
    filing: house.filing,
    expiresAt: house.clock.now + 86_400_000,
  })
  const bot = createNianbao({
    config: {
      LOCALE: 'zh-CN',
      PUBLIC_URL: undefined,
      TELEGRAM_BOT_TOKEN: undefined,
      TELEGRAM_WEBHOOK_SECRET: undefined,
      TELEGRAM_API_ROOT: '',
    },
    seal: createSeal('a key of the tests'),
    store: house.store,
    environment: {
      ...realEnvironment('Asia/Shanghai'),
      now: () => house.clock.now,
      elapsed: () => house.clock.now,
    },
    log: () => {},
    channels: [channel],
  })
  const say = (line: string) => channel.run([line], { receive: bot.receive, quiet: bot.deliver.quiet })
  await say('/start')
  return {
    talker: {
      say,
      tap: label => say(`[${label}]`),
      tapOld: label => say(`[${label}]`),
      edit: (from, to) => say(`edit "${from}": ${to}`),
      last: async () => turns.at(-1) ?? '',
      files: async () => files,
    },
    figures: async () => {
      const filing = await house.store.filingOf(house.unit, obligationId('disclosure'), 2020)
      const typed = [...(filing?.entries ?? [])].filter(([, { value }]) => value !== 0)
      return Object.fromEntries(
        typed.flatMap(([key, { value }]) =>
          value === null || (typeof value === 'object' && 'open' in value)
            ? []
            : [[key, typeof value === 'object' && 'fen' in value ? `${value.fen / 1_000_000}万元` : value]],
        ),
      )
    },
    close: house.close,
  }
}

const all = { sayTwice: true, restart: true, stranger: true }
channelContract('telegram', telegram, all)
channelContract('web', web, all)
// A session of its own: it opens its own link, keeps nothing, and sends each line once.
channelContract('terminal', terminal, { sayTwice: false, restart: false, stranger: false })
