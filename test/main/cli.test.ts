// The command as people start it: a process of its own, its output and its exit code.

import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import en from '../../locales/en/cli.json' with { type: 'json' }
import zh from '../../locales/zh-CN/cli.json' with { type: 'json' }
import { childEnv } from '../child-env.ts'
import { fileOf, folder, minimal } from './fake-context.ts'

const entry = resolve(import.meta.dirname, '../../src/main/cli.ts')

const start = (args: readonly string[], env: Record<string, string> = {}) =>
  spawn(process.execPath, [entry, ...args], { env: { ...childEnv, ...env } })

const nianbao = async (
  args: readonly string[],
  { env = {}, input = '' }: { env?: Record<string, string>; input?: string } = {},
) => {
  const child = start(args, env)
  const [out, errors]: [Buffer[], Buffer[]] = [[], []]
  child.stdout.on('data', (part: Buffer) => out.push(part))
  child.stderr.on('data', (part: Buffer) => errors.push(part))
  child.stdin.end(input)
  const exit = await new Promise<number | null>(done => child.on('close', done))
  return {
    exit,
    out: Buffer.concat(out),
    text: Buffer.concat(out).toString(),
    errors: Buffer.concat(errors).toString(),
  }
}

test('help lists the commands in Chinese', async () => {
  const { exit, text, errors } = await nianbao(['--help'])
  expect([exit, errors]).toEqual([0, ''])
  expect(text).toMatch(
    /用法：[\s\S]*命令：[\s\S]*serve[\s\S]*check[\s\S]*render[\s\S]*chat[\s\S]*units[\s\S]*invite[\s\S]*webhook/,
  )
  expect(text).not.toMatch(/Usage:|Commands:|display help/)
})

test.each(['chat', 'invite'])('%s takes the obligation of the report', async command => {
  const { text } = await nianbao([command, '--help'])
  expect(text).toMatch(/--obligation <obligation>\s+报告义务：disclosure/)
})

test('--version is the version of the package', async () => {
  const { version } = JSON.parse(await readFile(resolve(import.meta.dirname, '../../package.json'), 'utf8'))
  expect(await nianbao(['--version'])).toMatchObject({ exit: 0, text: `${version}\n`, errors: '' })
})

describe('wrong usage is one sentence and exit code 2:', () => {
  test.each([
    [['no-such'], '没有“no-such”命令'],
    [['check'], '缺少参数'],
    [['check', '--no-such', 'a'], '没有“--no-such”选项'],
    [['render', 'a.json'], '--to'],
    [['units', 'add'], '缺少参数'],
    [['invite', 'a', 'b'], '参数过多'],
  ])('%j', async (args, why) => {
    const { exit, text, errors } = await nianbao(args)
    expect([exit, text]).toEqual([2, ''])
    expect(errors).toContain(why)
    expect(errors.trim().split('\n')).toHaveLength(1)
  })
})

test('an unknown locale is refused', async () => {
  expect(await nianbao(['units'], { env: { LOCALE: 'fr' } })).toMatchObject({
    exit: 2,
    errors: 'LOCALE 只能是 zh-CN、en。\n',
  })
})

test('check answers each file with a line and the worst exit code', async () => {
  const [good, bad] = [await fileOf(minimal), await fileOf('x')]
  const { exit, text } = await nianbao(['check', '--json', good, bad])
  expect(exit).toBe(2)
  expect(
    text
      .trim()
      .split('\n')
      .map(line => JSON.parse(line).file),
  ).toEqual([good, bad])
})

test('render writes a whole document into a pipe', async () => {
  const { exit, out, errors } = await nianbao(['render', await fileOf(minimal), '--to', 'docx'])
  expect([exit, errors]).toEqual([0, ''])
  expect(out.toString('latin1', 0, 2)).toBe('PK')
  expect(out.length).toBeGreaterThan(5_000)
})

test('chat plays lines from a pipe, starting with the invitation', async () => {
  const { exit, text, errors } = await nianbao(['chat', '--year', '2020', '--unit', '青石街道'], {
    input: '[开始填报]\n帮助',
  })
  expect([exit, errors]).toEqual([0, ''])
  expect(text).toMatch(
    /^填报人 \/start\n机器人 青石街道[\s\S]*填报人 \[开始填报\]\n机器人 ✎ [\s\S]*填报人 帮助\n机器人 /,
  )
})

test('chat writes what was filled in as a report file when the lines end', async () => {
  const file = join(await folder(), 'out.json')
  const { exit, errors } = await nianbao(
    ['chat', '--year', '2025', '--unit', '临江区住房和城乡建设局', '--level', 'bureau', '--report', file],
    { input: '[开始填报]\n均无\n总体情况\n（一）主动公开。\\\n我局规范发布。' },
  )
  expect([exit, errors]).toEqual([0, `${zh['chat.reported'].replace('{{file}}', file)}\n`])
  const report = JSON.parse(await readFile(file, 'utf8'))
  expect(report).toMatchObject({
    format: 'nianbao/report@1',
    unit: '临江区住房和城乡建设局',
    level: 'bureau',
    year: 2025,
    form: 'disclosure-2021',
    figures: { 'disclosure.licensing.handled': 0 },
    texts: { overview: '（一）主动公开。\n我局规范发布。' },
  })
  expect(report.figures).not.toHaveProperty(['requests.received.natural'])
})

describe('serve', () => {
  test('says what is wrong with the environment', async () => {
    const { exit, text, errors } = await nianbao(['serve'], {
      env: { PORT: '99999', TELEGRAM_BOT_TOKEN: 'secret-thing' },
    })
    expect([exit, text]).toEqual([2, ''])
    expect(errors).toContain('PORT')
    expect(errors).not.toMatch(/secret-thing|\bat /)
  })

  test('prints its address, says how to connect a bot, and ends in order when told to', async () => {
    const env = { PORT: '0', DATABASE_FILE: join(await folder(), 'nianbao.db') }
    const child = start(['serve'], env)
    let text = ''
    const url = await new Promise<string>(done => {
      child.stdout.on('data', (part: Buffer) => {
        text += part
        const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(text) ?? []
        if (found && text.includes('webhook set')) done(found)
      })
    })
    const ready = await fetch(`${url}/readyz`)
    expect(await ready.text()).toBe('ready')
    expect([ready.headers.get('X-Mail-Waiting'), ready.headers.get('X-Mail-Oldest-Seconds')]).toEqual([
      '0',
      '0',
    ])
    const taken = await nianbao(['serve'], { env: { ...env, PORT: new URL(url).port } })
    expect(taken).toMatchObject({ exit: 1, errors: expect.stringContaining('已被占用') })
    child.kill('SIGTERM')
    expect(await new Promise(done => child.on('close', done))).toBe(0)
  })
})

test('both languages have the same words with the same parameters', () => {
  const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).toSorted()
  expect(Object.keys(en)).toEqual(Object.keys(zh))
  for (const [key, text] of Object.entries(zh))
    expect(holes(en[key as keyof typeof en]), key).toEqual(holes(text))
})
