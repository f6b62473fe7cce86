// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { styled } from './styled.ts'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const rules = () => [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText))

test('a rule that the browser does not know costs no more than itself', () => {
  const insert = CSSStyleSheet.prototype.insertRule
  vi.spyOn(CSSStyleSheet.prototype, 'insertRule').mockImplementation(function (this: CSSStyleSheet, rule, index) {
    // As Chromium does it.
    if (rule.includes('::-moz-')) throw new DOMException('Failed to parse the rule', 'SyntaxError')
    return insert.call(this, rule, index)
  })
  const Bar = styled('progress')({ '&::-moz-progress-bar': { color: 'red' }, '&:hover': { height: 4 } })
  render(<Bar aria-label="so far" />)
  const { className } = screen.getByRole('progressbar')
  expect(rules().filter((text) => text.includes(`.${className}`))).toEqual([expect.stringContaining('height: 4px')])
})

test('what builds on another kind comes after it, and its class beside a class that is given', () => {
  const Base = styled('p')({ '@media print': { margin: 0 } })
  const Own = styled(Base)({ margin: 2 })
  render(<Own className="given">text</Own>)
  const [given, own, base] = screen.getByText('text').className.split(' ')
  expect(given).toBe('given')
  const at = (name: string | undefined) => rules().findIndex((text) => text.includes(`.${name}`))
  expect(at(base)).toBeGreaterThanOrEqual(0)
  expect(at(own)).toBeGreaterThan(at(base))
})
