import { GraphQLScalarType } from 'graphql';
import { GraphQLDate, GraphQLDateTime } from 'graphql-scalars';

/** A day, `YYYY-MM-DD`. Days are looked at when they are taken in, and again nowhere. */
export const DateScalar = new GraphQLScalarType<Date, string>({
  ...GraphQLDate.toConfig(),
  serialize(day) {
    if (typeof day === 'string') return day;
    throw new TypeError(`A day is a text, and this is ${typeof day}.`);
  },
});

/** A moment. It is answered as a text: a Date in an answer makes JSON.stringify take twice as long for the whole of it. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  ...GraphQLDateTime.toConfig(),
  serialize(moment) {
    if (moment instanceof Date) return moment.toISOString();
    throw new TypeError(`A moment is a Date, and this is ${typeof moment}.`);
  },
});
