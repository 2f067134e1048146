// Who takes part in the simulation: two organisations, each with a site; operators with fixed names and ids.

import type { OperatorAccount, Site } from '../../server/application/ports.ts';
import { NO_CHANNELS } from '../support/server/no-channels.ts';

const site = (id: number, name: string): Site => ({
  id,
  organisation: id,
  organisationName: name,
  key: name.toLowerCase(),
  mode: 'proactive',
  origins: new Set(),
  channels: NO_CHANNELS,
  privacyUrl: null,
  hours: [[], [], [], [], [], [], []],
  measures: false,
});

export const SITES: readonly [Site, Site] = [site(1, 'Voorbeeldstad'), site(2, 'Elders')];

const operator = (
  number: number,
  name: string,
  { organisation, organisationName }: Site,
): OperatorAccount => ({
  operator: number,
  id: name.toLowerCase().padEnd(22, '-'),
  name,
  organisation,
  organisationName,
  role: 'operator',
  status: 'absent',
});

export const OPERATORS: readonly OperatorAccount[] = [
  operator(1, 'Anna', SITES[0]),
  operator(2, 'Bram', SITES[0]),
  operator(3, 'Cato', SITES[1]),
];

export type Who = { kind: 'visitor'; site: Site } | { kind: 'operator'; account: OperatorAccount };
