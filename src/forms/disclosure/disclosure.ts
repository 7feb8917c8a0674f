// The yearly report on government information disclosure (政府信息公开工作年度报告). A new edition adds its line here.

import { obligationId } from '../../engine/form.ts'
import type { Obligation } from '../obligation.ts'
import { disclosure2019 } from './form-2019.ts'
import { disclosure2021 } from './form-2021.ts'

export const disclosure: Obligation = {
  id: obligationId('disclosure'),
  forms: [disclosure2019, disclosure2021],
  // Departments hand in and publish by 31 January (条例 article 49); towns and street offices keep the same date by
  // local practice; the governments of counties and above by 31 March.
  lastDay: (year, level) =>
    level === 'province' || level === 'city' || level === 'county'
      ? `${year + 1}-03-31`
      : `${year + 1}-01-31`,
  // The rows of 表二 (条例 article 20, items 5 and 6): a zero or a figure there is told from a slip by them.
  powers: new Map([
    ['licensing', '行政许可'],
    ['penalties', '行政处罚'],
    ['coercion', '行政强制'],
  ]),
}
