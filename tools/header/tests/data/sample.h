#define STONER_ANSWER 42                   /**< The answer. */

#define STONER_FAR INT64_MIN               /**< As far as there is. */

/**
 * A thing.
 */
typedef struct stoner_thing stoner_thing;

/**
 * Called with the fraction done.
 */
typedef void (*stoner_progress)(double fraction, void *user);

/**
 * Copies the thing.
 *
 * @param out the new thing
 * @since 0.1.0
 */
int32_t stoner_thing_clone(stoner_context *ctx,
                           const stoner_thing *thing,
                           const int64_t *shape,
                           const uint8_t *mask,
                           const char *name,
                           const void *data,
                           double scale,
                           stoner_progress progress,
                           stoner_thing **out);

/**
 * Counts.
 *
 * @since 0.1.0
 */
int64_t stoner_things(void);
