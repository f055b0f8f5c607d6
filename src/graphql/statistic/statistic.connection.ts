import { connectionType } from '../connection/connection-type.js';
import { StatisticObject } from './statistic.object.js';

export const { Connection: StatisticConnection } = connectionType('Statistic', () => StatisticObject, 'figures');
