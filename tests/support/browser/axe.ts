/** Asks axe-core whether a page can be used by everyone; works under any content security policy. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, Result } from 'axe-core';
import type { CDPSession, Page } from 'playwright-core';
import { expect } from 'vitest';

const AXE_SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 A and AA is the norm we promise; best practices catch what the norm leaves to the eye. */
const NORM = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

type Scheme = 'light' | 'dark';

export type AxeOptions = {
  /** Look only inside these selectors; a list inside the list is a path through open shadow roots. */
  within?: (string | string[])[];
  schemes?: Scheme[];
  /** There may be nothing on the screen: otherwise that is a mistake of the test. */
  mayBeEmpty?: boolean;
  /** Only these instead of the whole norm. */
  rules?: string[];
  /** Rules that do not apply here; the test says why. */
  withoutRules?: string[];
};

/** Checks the page in light and in dark, and fails with a sentence for each thing that is wrong. */
export async function expectAccessible(page: Page, options: AxeOptions = {}): Promise<void> {
  const complaints: string[] = [];
  for (const colorScheme of options.schemes ?? (['light', 'dark'] as const)) {
    await page.emulateMedia({ colorScheme });
    const violations = await findViolations(page, options);
    complaints.push(...violations.map((violation) => `[${colorScheme}] ${describeViolation(violation)}`));
  }
  await page.emulateMedia({ colorScheme: null });
  expect(complaints, `axe found ${complaints.length} problem(s):\n${complaints.join('\n')}`).toEqual([]);
}

/** One run of axe over what is on the screen now; axe walks into open shadow roots by itself. */
export async function findViolations(page: Page, options: AxeOptions = {}): Promise<Result[]> {
  const axe = await loadAxe(page);
  try {
    return await axe.find(options);
  } finally {
    await axe.unload();
  }
}

export interface LoadedAxe {
  find(options: AxeOptions): Promise<Result[]>;
  unload(): Promise<void>;
}

/**
 * For many runs on one page, which may not be left meanwhile. Axe lives in a world of its own: the page's policy and
 * trusted types have no say there, a stopped test clock does not stop axe, and the page under test gets no global it
 * would not have with a citizen.
 */
export async function loadAxe(page: Page): Promise<LoadedAxe> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
  });
  await evaluate(session, executionContextId, AXE_SOURCE);
  return {
    async find({ within = ['html'], rules: only, withoutRules = [], mayBeEmpty }) {
      const rules = Object.fromEntries(withoutRules.map((rule) => [rule, { enabled: false }]));
      const runOnly = only ? { type: 'rule', values: only } : NORM;
      const asked = [{ include: within.map(toAxeSelector) }, { runOnly, rules, resultTypes: ['violations'] }];
      const told = await evaluate(session, executionContextId, `axe.run(...${JSON.stringify(asked)})`);
      const { passes, violations } = told;
      if (passes.length + violations.length === 0 && !mayBeEmpty)
        throw new Error('axe found nothing to look at: is it on the screen?');
      return violations;
    },
    unload: () => session.detach(),
  };
}

async function evaluate(session: CDPSession, contextId: number, expression: string): Promise<AxeResults> {
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    contextId,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

function toAxeSelector(path: string | string[]): string | { fromShadowDom: string[] } {
  return typeof path === 'string' ? path : { fromShadowDom: path };
}

export function describeViolation({ id, help, helpUrl, nodes }: Result): string {
  const places = nodes.map(
    (node) => `    ${node.target.join(' ')}\n      ${node.failureSummary?.replaceAll('\n', ' ')}`,
  );
  return `${id}: ${help} (${helpUrl})\n${places.join('\n')}`;
}
