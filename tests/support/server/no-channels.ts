// A site that filled in no other way to be helped.
import type { ChannelSettings } from '../../../server/domain/channels.ts';

export const NO_CHANNELS: ChannelSettings = {
  order: [],
  phone: null,
  phoneText: null,
  phoneHours: null,
  counterAddress: null,
  counterText: null,
  email: null,
  whatsapp: null,
  url: null,
};
