// The other side of group robots: what 钉钉, 企业微信 and 飞书 publish of their robots, as strictly as they do, in memory. It
// must not import anything of the channel that it judges.

import { createHmac } from 'node:crypto'

export type Call = { readonly url: string; readonly text: string; readonly at: number }

type Group = { readonly address: string; readonly secret: string | null }

const minute = 60_000

export const openMakers = (now: () => number, groups: readonly Group[]) => {
  const taken: Call[] = []
  const refused: string[] = []
  const shutUntil = new Map<string, number>()
  const state = { answer: null as (() => Response) | null }

  /** The answer of a maker that was called too often, counted by what it took. */
  const isOver = (address: string, most: number, ms: number): boolean =>
    taken.filter(call => call.url === address && call.at > now() - ms).length >= most

  const refuse = (why: string, body: object, status = 200): Response => {
    refused.push(why)
    return Response.json(body, { status })
  }

  const network: typeof fetch = async (input, init = {}) => {
    if (state.answer) return state.answer()
    const url = new URL(String(input))
    const { method, redirect } = init
    const headers = new Headers(init.headers)
    const text = String(init.body)
    const body = JSON.parse(text)
    if (method !== 'POST' || redirect !== 'manual')
      throw new Error('a robot is called by POST, and not led on')
    if (!/^application\/json/.test(headers.get('content-type') ?? ''))
      return refuse('content type', { errcode: 40035, errmsg: 'invalid parameter', code: 9499 })
    const group = groups.find(({ address }) => {
      const known = new URL(address)
      return (
        known.origin === url.origin &&
        known.pathname === url.pathname &&
        [...known.searchParams].every(([name, value]) => url.searchParams.get(name) === value)
      )
    })
    if (!group)
      return refuse('unknown', { errcode: 93000, errmsg: `invalid webhook url ${url.href}`, code: 19001 })
    const { address, secret } = group
    const take = (words: string, answer: object): Response => {
      taken.push({ url: address, text: words, at: now() })
      return Response.json(answer)
    }
    switch (url.host) {
      case 'oapi.dingtalk.com': {
        if (now() < (shutUntil.get(address) ?? 0) || isOver(address, 20, minute)) {
          if (now() >= (shutUntil.get(address) ?? 0)) shutUntil.set(address, now() + 10 * minute)
          return refuse('too fast', { errcode: 130101, errmsg: 'send too fast, exceed 20 times per minute' })
        }
        if (secret !== null) {
          const ms = Number(url.searchParams.get('timestamp'))
          const sign = createHmac('sha256', secret).update(`${ms}\n${secret}`).digest('base64')
          if (Math.abs(now() - ms) > 60 * minute || url.searchParams.get('sign') !== sign)
            return refuse('sign', { errcode: 310000, errmsg: `sign not match, access_token ${url.search}` })
        }
        if (body.msgtype !== 'text' || typeof body.text?.content !== 'string')
          return refuse('body', { errcode: 400105, errmsg: 'unsupported msgtype' })
        return take(body.text.content, { errcode: 0, errmsg: 'ok' })
      }
      case 'qyapi.weixin.qq.com': {
        if (isOver(address, 20, minute))
          return refuse('too fast', { errcode: 45009, errmsg: 'api freq out of limit' })
        if (body.msgtype !== 'text' || Buffer.byteLength(body.text?.content ?? '') > 2_048)
          return refuse('body', { errcode: 40058, errmsg: 'exceed max length 2048' })
        return take(body.text.content, { errcode: 0, errmsg: 'ok' })
      }
      default: {
        if (isOver(address, 100, minute) || isOver(address, 5, 1_000))
          return refuse('too fast', { code: 11232, msg: 'frequency limited' })
        if (text.length > 20_000) return refuse('body', { code: 9499, msg: 'Bad Request' })
        if (secret !== null) {
          const sign = createHmac('sha256', `${body.timestamp}\n${secret}`).digest('base64')
          if (Math.abs(now() / 1_000 - Number(body.timestamp)) > 3_600 || body.sign !== sign)
            return refuse('sign', { code: 19021, msg: 'sign match fail or timestamp is not within one hour' })
        }
        if (body.msg_type !== 'text' || typeof body.content?.text !== 'string')
          return refuse('body', { code: 9499, msg: 'Bad Request' })
        return take(body.content.text, {
          StatusCode: 0,
          StatusMessage: 'success',
          code: 0,
          data: {},
          msg: 'success',
        })
      }
    }
  }
  return { network, taken, refused, state }
}
