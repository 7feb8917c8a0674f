// The level that a unit's name tells.

import { expect, test } from 'vitest'
import { levelInName } from '../../src/reading/level-in-name.ts'

test.each([
  ['清水镇人民政府', 'town'],
  ['石桥乡', 'town'],
  ['青石街道', 'street'],
  ['临江区青石街道办事处', 'street'],
  ['临江区人民政府', 'county'],
  ['云溪县', 'county'],
  ['云溪市人民政府', 'city'],
  ['南山州人民政府', 'city'],
  ['上海市人民政府', 'province'],
  ['江南省', 'province'],
  ['云溪市财政局', 'bureau'],
  ['云溪市财政局（地方金融局）', 'bureau'],
  ['临江区发展和改革委员会', 'bureau'],
  ['云溪市人民政府办公室', 'bureau'],
  ['云溪经济开发区', null],
  ['云溪高新区管理委员会', null],
  ['第12管理区', null],
  ['', null],
])('%s: %s', (name, level) => expect(levelInName(name)).toBe(level))
