// The ways to be helped, in the order in which they stand where a site chooses no other.

export const CHANNEL_KINDS = [
  'chat',
  'call-back',
  'message',
  'phone',
  'counter',
  'email',
  'whatsapp',
  'page',
] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];
