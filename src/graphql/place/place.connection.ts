import { connectionType } from '../connection/connection-type.js';
import { PlaceObject } from './place.object.js';

export const { Connection: PlaceConnection } = connectionType('Place', () => PlaceObject, 'places');
