import { connectionType } from '../connection/connection-type.js';
import { PublisherObject } from './publisher.object.js';

export const { Connection: PublisherConnection } = connectionType('Publisher', () => PublisherObject, 'publishers');
