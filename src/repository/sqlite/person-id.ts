/** The id under which a person goes on whose own, `o.value`, was given up in a merge; any other id itself. */
export const PERSON_ID = 'coalesce((select person_id from former_person where id = o.value), o.value)';
