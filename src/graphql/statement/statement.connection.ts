import { connectionType } from '../connection/connection-type.js';
import { StatementObject } from './statement.object.js';

export const { Connection: StatementConnection } = connectionType('Statement', () => StatementObject, 'statements');
