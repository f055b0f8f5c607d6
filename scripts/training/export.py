"""Packs what was trained as the models that are shipped.

    python3 export.py PREPARED FOLDER FIELD NAME=OUT ...

writes FOLDER/lexicon.safetensors, FOLDER/field.safetensors from what train-field.mjs wrote to FIELD, and for each OUT of
train.py FOLDER/NAME.safetensors.
"""
import json, os, sys
import numpy as np
from model_file import network_tensors, quantized, write_model

prepared, folder, field, *models = sys.argv[1:]
# So many features of the field are kept: those that tell states apart most, times the logarithm of how often.
FIELD_FEATURES = 110_000
header = json.load(open(f'{prepared}/header.json'))
os.makedirs(folder, exist_ok=True)
vectors = np.fromfile(f'{prepared}/vectors.bin', dtype='<f4').reshape(-1, 100)[1:]
text = lambda name: np.frombuffer(open(f'{prepared}/{name}', 'rb').read(), dtype=np.uint8)
write_model(f'{folder}/lexicon.safetensors', quantized('words', vectors) | {'words.names': text('words.txt'), 'vocabulary': text('vocabulary.txt')}, {'format': '1'})
forbidden = np.array(header['transitions']) == 0
for item in models:
    name, out = item.split('=')
    w = np.load(f'{out}/weights.npz')
    lstm = {k[5:]: w[k] for k in w.files if k.startswith('lstm.')}
    into = np.concatenate([lstm['weight_ih_l0'], lstm['weight_ih_l0_reverse']])
    tensors, at = {}, 100
    for i in range(len(header['sizes'])):
        table = w[f'tables.{i}.weight']
        tensors |= quantized(f'features.{i}', table) | quantized(f'features.{i}.gates', into[:, at:at + table.shape[1]])
        at += table.shape[1]
    tensors |= network_tensors(lstm, into[:, :100], w['out.weight'], w['out.bias'])
    S = header['states']
    closed = lambda values, no: np.where(no, -1e4, values).astype(np.float32)
    tensors['transitions.steps'] = closed(w['transitions'], forbidden[1:, :S])
    tensors['transitions.begin'] = closed(w['begin'], forbidden[0, :S])
    tensors['transitions.end'] = closed(w['end'], forbidden[1:, S])
    write_model(f'{folder}/{name}.safetensors', tensors, {'format': '1'})

S, width = header['states'], header['fieldWidth']
weights = np.fromfile(f'{field}/field.weights', dtype='<f4').reshape(-1, S)
counts = np.zeros(len(weights))
raw, at = np.fromfile(f'{prepared}/train.field.bin', dtype='<i4'), 0
for item in header['sets']['train']:
    n = item['tokens']
    counts += np.bincount(raw[at:at + n * width], minlength=len(weights))
    at += n * width + n
worth = np.sqrt(((weights - weights.mean(1, keepdims=True)) ** 2).sum(1)) * np.log(1 + counts)
kept = np.sort(np.argsort(-worth, kind='stable')[:FIELD_FEATURES])
transitions = np.fromfile(f'{field}/transitions', dtype='<f4')
tensors = quantized('field', weights[kept]) | {
    'field.buckets': kept.astype(np.int32),
    'transitions.steps': transitions[:S * S].reshape(S, S),
    'transitions.begin': transitions[S * S:S * S + S],
    'transitions.end': transitions[S * S + S:],
}
write_model(f'{folder}/field.safetensors', tensors, {'format': '1'})
