// Lets time go by on a test server second by second, so that what each second starts, pongs among it, may finish before the next.
import type { TestServer } from './test-server.ts';

export async function crank({ clock, url }: TestServer, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    clock.advance(1_000);
    await fetch(`${url}/health/ready`);
  }
}
