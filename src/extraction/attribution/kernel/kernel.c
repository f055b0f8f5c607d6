// The inner loops of the recurrent network, in 128-bit WebAssembly SIMD. Nothing here depends on the machine: integer
// sums are exact, and every float operation is a single IEEE one in a fixed order (no relaxed SIMD, no contraction).
//
// Built by `npm run kernel`. The caller owns all of the memory behind `__heap_base`; every address is a multiple of 16.
//
// Weights come "packed": int16, in blocks of eight outputs. Within a block, for each pair of inputs, the two weights of
// output 0, of output 1, … of output 7: what `i32x4.dot_i16x8_s` takes against the pair of inputs, repeated four times.
// Each lane of a sum is then an output, and nothing has to be summed across lanes.
//
// No sum of products overflows: 32768 * 127 * 512 < 2^31, and no sum has more than 512.

#include <stdint.h>
#include <wasm_simd128.h>

#define EXPORT(name) __attribute__((export_name(#name)))

enum { BLOCK = 8, LANES = 4, ROWS = 4, GATES = 4, DIRECTIONS = 2 };

static inline v128_t load(const void *address) { return wasm_v128_load(address); }

/** Two neighbouring inputs, four times over. */
static inline v128_t load_pair(const int16_t *pair) { return wasm_v128_load32_splat(pair); }

static inline v128_t add_products(v128_t sum, v128_t inputs, v128_t weights) {
  return wasm_i32x4_add(sum, wasm_i32x4_dot_i16x8(inputs, weights));
}

static inline v128_t scaled(v128_t sum, v128_t scale) { return wasm_f32x4_mul(wasm_f32x4_convert_i32x4(sum), scale); }

static inline v128_t add(v128_t a, v128_t b) { return wasm_f32x4_add(a, b); }

static inline v128_t multiply(v128_t a, v128_t b) { return wasm_f32x4_mul(a, b); }

static inline v128_t constant(float value) { return wasm_f32x4_splat(value); }

/**
 * output[row][o] = bias[o] + scales[o] * sum over i of input[row][i] * weights[o][i], for rows in steps of four: `input`
 * and `output` have room for up to three rows more than there are. `width` is even, `outputs` a multiple of 8.
 */
EXPORT(project)
void project(const int16_t *input, int32_t rows, int32_t width, const int16_t *weights, const float *scales,
             const float *bias, int32_t outputs, float *output) {
  for (int32_t o = 0; o < outputs; o += BLOCK) {
    const int16_t *block = weights + o * width;
    const v128_t scale[2] = {load(scales + o), load(scales + o + LANES)};
    const v128_t start[2] = {load(bias + o), load(bias + o + LANES)};
    for (int32_t row = 0; row < rows; row += ROWS) {
      const int16_t *x = input + row * width;
      v128_t sums[ROWS][2] = {0};
      for (int32_t i = 0; i < width; i += 2) {
        const v128_t first = load(block + i * BLOCK);
        const v128_t second = load(block + i * BLOCK + BLOCK);
#pragma clang loop unroll(full)
        for (int32_t r = 0; r < ROWS; r++) {
          const v128_t pair = load_pair(x + r * width + i);
          sums[r][0] = add_products(sums[r][0], pair, first);
          sums[r][1] = add_products(sums[r][1], pair, second);
        }
      }
      float *y = output + row * outputs + o;
#pragma clang loop unroll(full)
      for (int32_t r = 0; r < ROWS; r++) {
        wasm_v128_store(y + r * outputs, add(start[0], scaled(sums[r][0], scale[0])));
        wasm_v128_store(y + r * outputs + LANES, add(start[1], scaled(sums[r][1], scale[1])));
      }
    }
  }
}

/** Two rows of a table of int8, by where they begin, and the two int16 by which they are to be multiplied. */
struct row_pair {
  int32_t first, second, multipliers;
};

static inline void choose_row(int32_t row, int32_t width, const int16_t *multipliers, int32_t *start, uint32_t *by) {
  *start = row < 0 ? 0 : row * width;
  *by = row < 0 ? 0 : (uint16_t)multipliers[row];
}

/** The rows of a token's features, two by two; a negative index is a row times zero. */
static inline void pair_rows(int32_t features, const int32_t *feature_of, int32_t width, const int16_t *multipliers,
                             struct row_pair *pairs) {
  for (int32_t k = 0; k < features; k += 2, pairs++) {
    uint32_t low, high;
    choose_row(feature_of[k], width, multipliers, &pairs->first, &low);
    choose_row(k + 1 < features ? feature_of[k + 1] : -1, width, multipliers, &pairs->second, &high);
    pairs->multipliers = (int32_t)(low | high << 16);
  }
}

/**
 * The input of the first layer: output[t] = bias + word_scales[w] * words[w] + table_scale * the sum of multipliers[row] *
 * table[row] over the rows of the token's features, where w is word_of[t]. A negative index adds nothing. `width` is a
 * multiple of 32; `pairs` has room for a token's features.
 */
EXPORT(gather)
void gather(int32_t tokens, int32_t width, const float *bias, const int32_t *word_of, const float *words,
            const float *word_scales, int32_t features, const int32_t *feature_of, const int8_t *table,
            const int16_t *multipliers, float table_scale, struct row_pair *pairs, float *output) {
  enum { VECTORS = 8 };
  const v128_t scale = constant(table_scale);
  for (int32_t t = 0; t < tokens; t++, feature_of += features, output += width) {
    pair_rows(features, feature_of, width, multipliers, pairs);
    const int32_t word = word_of[t];
    // Zero times any numbers, as long as they are finite.
    const v128_t word_scale = constant(word < 0 ? 0 : word_scales[word]);
    const float *projected = word < 0 ? bias : words + word * width;
    for (int32_t o = 0; o < width; o += VECTORS * LANES) {
      v128_t sums[VECTORS] = {0};
      for (int32_t k = 0; k < (features + 1) / 2; k++) {
        const int8_t *first = table + pairs[k].first + o;
        const int8_t *second = table + pairs[k].second + o;
        const v128_t by = wasm_i32x4_splat(pairs[k].multipliers);
#pragma clang loop unroll(full)
        for (int32_t n = 0; n < VECTORS; n += 2) {
          const v128_t a = wasm_i16x8_load8x8(first + n * LANES);
          const v128_t b = wasm_i16x8_load8x8(second + n * LANES);
          sums[n] = add_products(sums[n], by, wasm_i16x8_shuffle(a, b, 0, 8, 1, 9, 2, 10, 3, 11));
          sums[n + 1] = add_products(sums[n + 1], by, wasm_i16x8_shuffle(a, b, 4, 12, 5, 13, 6, 14, 7, 15));
        }
      }
#pragma clang loop unroll(full)
      for (int32_t n = 0; n < VECTORS; n++) {
        const int32_t at = o + n * LANES;
        const v128_t own = add(load(bias + at), multiply(word_scale, load(projected + at)));
        wasm_v128_store(output + at, add(own, scaled(sums[n], scale)));
      }
    }
  }
}

/**
 * tanh as x P(x²) / Q(x²), the minimax approximation on [-7, 7] by linear programming; beyond, its value there. The
 * absolute error, rounding included, is under 1.2e-6, and the result lies within (-1, 1).
 */
static inline v128_t hyperbolic_tangent(v128_t given) {
  // Of a NaN, `pmin` in this order makes a number.
  const v128_t x = wasm_f32x4_pmax(constant(-7.0f), wasm_f32x4_pmin(constant(7.0f), given));
  const v128_t y = multiply(x, x);
  v128_t p = add(constant(2.2767761598e-3f), multiply(y, constant(3.9291090688e-6f)));
  p = add(constant(1.2301930295e-1f), multiply(y, p));
  p = add(constant(9.9999569072e-1f), multiply(y, p));
  v128_t q = add(constant(2.1071150855e-2f), multiply(y, constant(1.4232883022e-4f)));
  q = add(constant(4.5633774669e-1f), multiply(y, q));
  q = add(constant(1.0f), multiply(y, q));
  return wasm_f32x4_div(multiply(x, p), q);
}

static inline v128_t sigmoid(v128_t x) {
  const v128_t half = constant(0.5f);
  return add(half, multiply(half, hyperbolic_tangent(multiply(half, x))));
}

/** One step of four cells: from the sums of their gates (in PyTorch's order i, f, g, o) to their new outputs. */
static inline v128_t step_cells(const v128_t gates[GATES], float *cells) {
  const v128_t kept = multiply(sigmoid(gates[1]), load(cells));
  const v128_t state = add(kept, multiply(sigmoid(gates[0]), hyperbolic_tangent(gates[2])));
  wasm_v128_store(cells, state);
  return multiply(sigmoid(gates[3]), hyperbolic_tangent(state));
}

/** Numbers in [-1, 1] as integers with scale 2^15, rounded to even: adding 1.5 * 2^23 leaves no room for a fraction. */
static inline v128_t quantized(v128_t values) {
  const v128_t shifted = add(multiply(values, constant(32768.0f)), constant(12582912.0f));
  return wasm_i32x4_sub(shifted, wasm_i32x4_splat(0x4B400000));
}

/**
 * One direction (0 forward, 1 backward) of an LSTM layer. `input` has, for each token, the input's part of the gates' sums
 * [2][4][hidden], bias included; `output` gets [2][hidden] for each token, as integers with scale 2^15. `weights` and
 * `scales` are those of the direction, whose scales allow for the 2^15. `state` has room for 6 * hidden bytes.
 */
EXPORT(recur)
void recur(int32_t tokens, int32_t hidden, int32_t direction, const float *input, const int16_t *weights,
           const float *scales, uint8_t *state, int16_t *output) {
  float *cells = (float *)state;
  int16_t *zeros = (int16_t *)(cells + hidden);
  for (int32_t j = 0; j < hidden; j += BLOCK) {
    wasm_v128_store(zeros + j, wasm_i32x4_const_splat(0));
    wasm_v128_store(cells + j, wasm_i32x4_const_splat(0));
    wasm_v128_store(cells + j + LANES, wasm_i32x4_const_splat(0));
  }
  const int16_t *before = zeros;
  for (int32_t n = 0; n < tokens; n++) {
    const int32_t t = direction ? tokens - 1 - n : n;
    const float *x = input + (t * DIRECTIONS + direction) * GATES * hidden;
    int16_t *after = output + (t * DIRECTIONS + direction) * hidden;
    for (int32_t j = 0; j < hidden; j += BLOCK) {
      v128_t sums[2][GATES] = {0};
      const int16_t *block = weights + j * hidden;
      for (int32_t i = 0; i < hidden; i += 2, block += 2 * BLOCK) {
        const v128_t pair = load_pair(before + i);
#pragma clang loop unroll(full)
        for (int32_t gate = 0; gate < GATES; gate++) {
          const int16_t *pairs = block + gate * hidden * hidden;
          sums[0][gate] = add_products(sums[0][gate], pair, load(pairs));
          sums[1][gate] = add_products(sums[1][gate], pair, load(pairs + BLOCK));
        }
      }
      v128_t results[2];
#pragma clang loop unroll(full)
      for (int32_t half = 0; half < 2; half++) {
        v128_t gates[GATES];
        for (int32_t gate = 0; gate < GATES; gate++) {
          const int32_t o = gate * hidden + j + half * LANES;
          gates[gate] = add(load(x + o), scaled(sums[half][gate], load(scales + o)));
        }
        results[half] = quantized(step_cells(gates, cells + j + half * LANES));
      }
      wasm_v128_store(after + j, wasm_i16x8_narrow_i32x4(results[0], results[1]));
    }
    before = after;
  }
}
