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
  const context = { include: (options.within ?? ['html']).map(toAxeSelector) };
  const rules = Object.fromEntries((options.withoutRules ?? []).map((rule) => [rule, { enabled: false }]));
  const settings = { runOnly: NORM, rules, resultTypes: ['violations'] };
  const { passes, violations } = await runAxe(page, [context, settings]);
  if (passes.length + violations.length === 0)
    throw new Error('axe found nothing to look at: is it on the screen?');
  return violations;
}

/**
 * Runs in a world of its own: the page's policy and trusted types have no say there, a stopped test clock does
 * not stop axe, and the page under test gets no global it would not have with a citizen.
 */
async function runAxe(page: Page, args: [context: unknown, settings: unknown]): Promise<AxeResults> {
  const session = await page.context().newCDPSession(page);
  try {
    const { frameTree } = await session.send('Page.getFrameTree');
    const { executionContextId } = await session.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
    });
    await evaluate(session, executionContextId, AXE_SOURCE);
    return await evaluate(session, executionContextId, `axe.run(...${JSON.stringify(args)})`);
  } finally {
    await session.detach();
  }
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

function describeViolation({ id, help, helpUrl, nodes }: Result): string {
  const places = nodes.map(
    (node) => `    ${node.target.join(' ')}\n      ${node.failureSummary?.replaceAll('\n', ' ')}`,
  );
  return `${id}: ${help} (${helpUrl})\n${places.join('\n')}`;
}
