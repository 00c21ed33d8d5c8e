import { invalid } from '#ground/errors/app-error.ts';

export const damaged = () => invalid('campaigns.picture_damaged');
