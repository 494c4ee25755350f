#define STONER_ANSWER 42                   /**< The answer. */

#define STONER_FAR INT64_MIN               /**< As far as there is. */

#define STONER_WAY_STRAIGHT 0              /**< Straight on. */
#define STONER_WAY_AROUND 1                /**< Around. */

/**
 * A thing.
 */
typedef struct stoner_thing stoner_thing;

/**
 * Copies the thing. Slowly.
 *
 * @param shape how large it becomes
 * @param mask NULL: none
 * @param name what it is called; NULL: "copy"
 * @param data its elements
 * @param scale by which it grows; above 0; 0: 2
 * @param way where it goes; default STONER_WAY_STRAIGHT
 * @param out the new thing
 * @return STONER_ERR_SHAPE (shape); STONER_ERR_INVALID_ARGUMENT
 * @since 0.1.0
 */
STONER_API int32_t stoner_thing_clone(stoner_context *ctx,
                                      const stoner_thing *thing,
                                      const int64_t *shape,
                                      int64_t n_shape,
                                      const uint8_t *mask,
                                      const char *name,
                                      const void *data,
                                      double scale,
                                      int32_t way,
                                      void (*progress)(double fraction, void *user),
                                      stoner_thing **out);

/**
 * Grows the thing.
 *
 * @param scale by which it grows; more than before; above 0; 0: 3
 * @return as stoner_thing_clone; STONER_ERR_NO_MEMORY
 * @since 0.1.0
 */
STONER_API int32_t stoner_thing_grow(stoner_context *ctx, stoner_thing *thing, double scale);

/**
 * Counts.
 *
 * @return how many there are
 * @since 0.1.0
 */
STONER_API int64_t stoner_things(void);
