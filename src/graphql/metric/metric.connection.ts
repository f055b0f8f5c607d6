import { connectionType } from '../connection/connection-type.js';
import { MetricObject } from './metric.object.js';

export const { Connection: MetricConnection } = connectionType('Metric', () => MetricObject, 'metrics');
