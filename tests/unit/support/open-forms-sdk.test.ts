/** The SDK that we run in the tests is the published one, byte for byte. */
import { describe, expect, it } from 'vitest';
import { SDK_INTEGRITY, verifyIntegrity } from '../../support/forms/open-forms-sdk.ts';

describe('verifyIntegrity', () => {
  it('accepts what was published', () => {
    const sha512OfNothing =
      'z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==';
    expect(() => verifyIntegrity(new Uint8Array(), `sha512-${sha512OfNothing}`)).not.toThrow();
  });

  it('refuses anything else, and says what it got', () => {
    expect(() => verifyIntegrity(new Uint8Array([1]), SDK_INTEGRITY)).toThrow(
      /not the file we know.*got sha512-/,
    );
  });
});
