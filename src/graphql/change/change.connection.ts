import { connectionType } from '../connection/connection-type.js';
import { ChangeObject } from './change.object.js';

export const { Connection: ChangeConnection } = connectionType('Change', () => ChangeObject, 'changes');
