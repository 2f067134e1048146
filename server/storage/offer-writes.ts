// Offers and the load of the desk they are judged by, inside the write queue's transaction so that no two hold one place.
import { type Kysely, sql } from 'kysely';
import type { OfferChange } from '#protocol';
import type { DeskLoad, OperatorLoad } from '../domain/capacity.ts';
import { acceptOffer, changeOffer, holdOffer, type Offer, type OfferState } from '../domain/offer.ts';
import { isActive, isWaiting, type Tables } from './schema.ts';
import type { SqliteRunner } from './sqlite-dialect.ts';

interface Moment {
  live: readonly number[];
  now: number;
}

const OFFER_STATES: readonly string[] = ['held', 'shown', 'accepted', 'declined', 'expired', 'withheld'];

function isOfferState(state: string): state is OfferState {
  return OFFER_STATES.includes(state);
}

export class OfferWrites {
  readonly #kysely: Kysely<Tables>;
  readonly #runner: SqliteRunner;

  constructor(kysely: Kysely<Tables>, runner: SqliteRunner) {
    this.#kysely = kysely;
    this.#runner = runner;
  }

  hold(
    asked: { organisation: number; site: number; id: string; form: string; step: string | null },
    moment: Moment,
  ): OfferState {
    const offer = holdOffer(this.readDeskLoad(asked.organisation, moment), moment.now);
    this.#runner.run(
      this.#kysely.insertInto('offer').values({
        organisation_id: asked.organisation,
        site_id: asked.site,
        public_id: asked.id,
        operator_id: offer.operator,
        state: offer.state,
        form: asked.form,
        step: asked.step,
        created_at: moment.now,
        held_until: offer.heldUntil,
      }),
    );
    return offer.state;
  }

  change(
    asked: { organisation: number; site: number; id: string; change: OfferChange['change'] },
    moment: Moment,
  ): OfferState | null {
    const offer = this.#find(asked.site, asked.id);
    if (!offer) return null;
    const desk = this.readDeskLoad(asked.organisation, moment, asked.id);
    const changed = changeOffer(offer, asked.change, desk, moment.now);
    if (changed !== offer) this.#update(asked.site, asked.id, changed);
    return changed.state;
  }

  /** Null when there never was such an offer. An offer that is over was still what brought the citizen. */
  accept(site: number, id: string, now: number): { reservedFor: number | null } | null {
    const offer = this.#find(site, id);
    if (!offer) return null;
    const { offer: accepted, reservedFor } = acceptOffer(offer, now);
    if (accepted !== offer) this.#update(site, id, accepted);
    return { reservedFor };
  }

  /** `except`: an offer that asks for itself must not be in its own way. */
  readDeskLoad(organisation: number, { live, now }: Moment, except = ''): DeskLoad {
    const operators = this.#runner.run(
      this.#kysely
        .selectFrom('operator')
        .select(['id', 'status'])
        .where('organisation_id', '=', organisation)
        .orderBy('id'),
    );
    const held = this.#runner.run(
      this.#kysely
        .selectFrom('offer')
        .select('operator_id')
        .where('organisation_id', '=', organisation)
        .where('held_until', '>', now)
        .where('state', 'in', ['held', 'shown'])
        .where('public_id', '!=', except),
    );
    const active = this.#countActive(organisation);
    const reserved = this.#countReserved(organisation, now);
    const load = (operator: { id: number; status: string }): OperatorLoad => ({
      operator: operator.id,
      ready: operator.status === 'available' && live.includes(operator.id),
      active: active.get(operator.id) ?? 0,
      reserved: reserved.get(operator.id) ?? 0,
      held: held.filter((row) => row.operator_id === operator.id).length,
    });
    const allReserved = [...reserved.values()].reduce((sum, count) => sum + count, 0);
    return {
      operators: operators.map(load),
      unreservedWaiting: this.#countWaiting(organisation) - allReserved,
    };
  }

  #countActive(organisation: number): Map<number, number> {
    const rows = this.#runner.run(
      this.#kysely
        .selectFrom('conversation')
        .select(['assignee_id as operator', sql<number>`count(*)`.as('count')])
        .where(isActive)
        .where('organisation_id', '=', organisation)
        .groupBy('assignee_id'),
    );
    return new Map(rows.map(({ operator, count }) => [operator ?? 0, count]));
  }

  #countReserved(organisation: number, now: number): Map<number, number> {
    const rows = this.#runner.run(
      this.#kysely
        .selectFrom('conversation')
        .select(['reserved_for as operator', sql<number>`count(*)`.as('count')])
        .where(isWaiting)
        .where('organisation_id', '=', organisation)
        .where('reserved_until', '>', now)
        .groupBy('reserved_for'),
    );
    return new Map(rows.map(({ operator, count }) => [operator ?? 0, count]));
  }

  #countWaiting(organisation: number): number {
    const [row] = this.#runner.run(
      this.#kysely
        .selectFrom('conversation')
        .select(sql<number>`count(*)`.as('count'))
        .where(isWaiting)
        .where('organisation_id', '=', organisation),
    );
    return row?.count ?? 0;
  }

  #find(site: number, id: string): Offer | null {
    const [row] = this.#runner.run(
      this.#kysely
        .selectFrom('offer')
        .select(['state', 'operator_id', 'held_until'])
        .where('site_id', '=', site)
        .where('public_id', '=', id),
    );
    if (!row || !isOfferState(row.state)) return null;
    return { state: row.state, operator: row.operator_id, heldUntil: row.held_until };
  }

  #update(site: number, id: string, offer: Offer): void {
    this.#runner.run(
      this.#kysely
        .updateTable('offer')
        .set({ state: offer.state, operator_id: offer.operator, held_until: offer.heldUntil })
        .where('site_id', '=', site)
        .where('public_id', '=', id),
    );
  }
}
