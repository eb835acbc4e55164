// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/engine_sentences.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace alexscope::gui {

namespace {

/// What the rooms below say, as it stands in their sources; a test compares.
constexpr const char* sentences[] = {
    // sentences begin
    QT_TRANSLATE_NOOP("Engine", "%1 %2 cannot be shared out evenly to %3 groups"),
    QT_TRANSLATE_NOOP("Engine", "%1 = %2 must lie between 1 and %3"),
    QT_TRANSLATE_NOOP("Engine", "%1 has no %2; take a snapshot of all its parameters"),
    QT_TRANSLATE_NOOP("Engine", "%1 has no codes; index the pictures again with them"),
    QT_TRANSLATE_NOOP("Engine", "%1 is not a usable index: %2; index the pictures again."),
    QT_TRANSLATE_NOOP("Engine", "%1 Nor can those after it in its class; is the disk still there?"),
    QT_TRANSLATE_NOOP("Engine", "%1 already holds a run; resume it or choose another folder"),
    QT_TRANSLATE_NOOP("Engine", "%1 announces pictures with a side of %2; 1 to %3 is possible."),
    QT_TRANSLATE_NOOP("Engine", "%1 cannot be decoded; the file is damaged."),
    QT_TRANSLATE_NOOP("Engine", "%1 cannot be listed: %2."),
    QT_TRANSLATE_NOOP("Engine", "%1 cannot be mapped into memory."),
    QT_TRANSLATE_NOOP("Engine", "%1 cannot be opened for reading; check its permissions."),
    QT_TRANSLATE_NOOP("Engine", "%1 cannot be played: %2"),
    QT_TRANSLATE_NOOP("Engine", "%1 cannot be read to its end; the disk or the connection to it may be broken."),
    QT_TRANSLATE_NOOP("Engine", "%1 cannot be used as a picture: %2."),
    QT_TRANSLATE_NOOP("Engine",
                      "%1 cannot compute layer %2 here (%3); choose the reference device or another layer shape."),
    QT_TRANSLATE_NOOP("Engine", "%1 chose a memory format that Alexscope does not know; please report the processor."),
    QT_TRANSLATE_NOOP("Engine", "%1 does not exist."),
    QT_TRANSLATE_NOOP("Engine",
                      "%1 has %2 bytes, but a CIFAR-10 file has exactly %3; unpack cifar-10-binary.tar.gz again."),
    QT_TRANSLATE_NOOP("Engine", "%1 has %2 bytes, but its header announces %3; fetch it again."),
    QT_TRANSLATE_NOOP("Engine", "%1 ends after %2 of the %3 pictures it announces; it is cut off or damaged."),
    QT_TRANSLATE_NOOP("Engine", "%1 has %2 bytes, more than the %3 that are read of such a file."),
    QT_TRANSLATE_NOOP("Engine", "%1 has %2 bytes; at most %3 are expected"),
    QT_TRANSLATE_NOOP("Engine", "%1 has %2 pictures, but %3 has %4 labels."),
    QT_TRANSLATE_NOOP("Engine", "%1 has become shorter while it was read"),
    QT_TRANSLATE_NOOP("Engine", "%1 has no class folder with a picture that can be read (%2 items were left out); give "
                                "one with a sub-folder of pictures for every class."),
    QT_TRANSLATE_NOOP("Engine", "%1 has no file %2-%3; give the folder that holds the four files of such a set."),
    QT_TRANSLATE_NOOP("Engine", "%1 has no file %2.bin; give the folder that cifar-10-binary.tar.gz was unpacked to."),
    QT_TRANSLATE_NOOP("Engine", "%1 has no picture %2."),
    QT_TRANSLATE_NOOP("Engine", "%1 has no value"),
    QT_TRANSLATE_NOOP("Engine", "%1 holds iteration %2, which its name denies"),
    QT_TRANSLATE_NOOP("Engine", "%1 holds no run: there is no run.json in it"),
    QT_TRANSLATE_NOOP("Engine", "%1 holds no training picture that can be decoded."),
    QT_TRANSLATE_NOOP("Engine", "%1 holds no training pictures."),
    QT_TRANSLATE_NOOP("Engine", "%1 is empty."),
    QT_TRANSLATE_NOOP("Engine", "%1 is given already in line %2"),
    QT_TRANSLATE_NOOP("Engine", "%1 is missing or does not begin with the header of a run's metrics"),
    QT_TRANSLATE_NOOP("Engine", "%1 is a device or a pipe; give the name of a file"),
    QT_TRANSLATE_NOOP("Engine", "%1 is a folder; give the name of a file in it"),
    QT_TRANSLATE_NOOP("Engine", "%1 is not a file"),
    QT_TRANSLATE_NOOP("Engine", "%1 is not a folder; give one with a sub-folder of pictures for every class."),
    QT_TRANSLATE_NOOP("Engine", "%1 is not a usable packed file: %2; pack the folder again."),
    QT_TRANSLATE_NOOP("Engine", "%1 is not an IDX file of bytes in %2 dimensions."),
    QT_TRANSLATE_NOOP("Engine", "%1 is not an ordinary file."),
    QT_TRANSLATE_NOOP("Engine", "%1 is still packed; unpack it with gunzip."),
    QT_TRANSLATE_NOOP("Engine", "%1 labels were given for a batch of %2."),
    QT_TRANSLATE_NOOP("Engine", "%1 not written: the animation has no frame"),
    QT_TRANSLATE_NOOP("Engine", "%1 numbers were given for a tensor of %2."),
    QT_TRANSLATE_NOOP("Engine",
                      "%1 of the files in %2 are no moments of a run and are left out; the first of them: %3"),
    QT_TRANSLATE_NOOP("Engine", "%1 where the header does not allow it, after \"%2\""),
    QT_TRANSLATE_NOOP("Engine", "%1: %2 bytes at the end belong to no tensor"),
    QT_TRANSLATE_NOOP("Engine", "%1: %2 bytes of JSON, at most %3 are read"),
    QT_TRANSLATE_NOOP("Engine", "%1: %2 bytes; this is no safetensors file"),
    QT_TRANSLATE_NOOP("Engine", "%1: %2 has %3 numbers instead of %4"),
    QT_TRANSLATE_NOOP("Engine", "%1: %2 has shape %3, the network needs %4"),
    QT_TRANSLATE_NOOP("Engine", "%1: %2 holds numbers that are not finite; the weights are lost"),
    QT_TRANSLATE_NOOP("Engine", "%1: %2 left out, %3 used with a remark; the first of them %4: %5"),
    QT_TRANSLATE_NOOP("Engine", "%1: %2 left out, the first of them %3: %4"),
    QT_TRANSLATE_NOOP("Engine", "%1: %2 used with a remark, the first of them %3: %4"),
    QT_TRANSLATE_NOOP("Engine", "%1: left out is %2: %3"),
    QT_TRANSLATE_NOOP("Engine", "%1: used with a remark is %2: %3"),
    QT_TRANSLATE_NOOP("Engine",
                      "%1: %2 of the %3 numbers of %4 are not finite (NaN or infinite); such weights are of no use"),
    QT_TRANSLATE_NOOP("Engine", "%1: %2; this is no moment of a run"),
    QT_TRANSLATE_NOOP("Engine", "%1: JSON nested deeper than %2 levels"),
    QT_TRANSLATE_NOOP("Engine", "%1: \"%2\" is not a row of metrics"),
    QT_TRANSLATE_NOOP("Engine", "%1: a JSON object is expected"),
    QT_TRANSLATE_NOOP("Engine", "%1: a list of names is expected"),
    QT_TRANSLATE_NOOP("Engine", "%1: a name or text to be saved is not UTF-8: %2"),
    QT_TRANSLATE_NOOP("Engine", "%1: a network needs at least one class, not %2"),
    QT_TRANSLATE_NOOP("Engine",
                      "%1: another program is training this run; wait until it ends, or choose another folder"),
    QT_TRANSLATE_NOOP("Engine", "%1: begins with a byte-order mark; save it as plain UTF-8"),
    QT_TRANSLATE_NOOP("Engine", "%1: carries no network text; name the network these weights belong to"),
    QT_TRANSLATE_NOOP("Engine", "%1: claims a header of %2 bytes; the file is cut off or no safetensors file"),
    QT_TRANSLATE_NOOP("Engine", "%1: event %2 is not a line of a run's events"),
    QT_TRANSLATE_NOOP("Engine", "%1: field %2 is missing"),
    QT_TRANSLATE_NOOP("Engine", "%1: field %2 must be %3"),
    QT_TRANSLATE_NOOP("Engine", "%1: has no tensor \"%2\"; it holds %3"),
    QT_TRANSLATE_NOOP("Engine", "%1: holds weights but no state of training; it cannot be resumed"),
    QT_TRANSLATE_NOOP("Engine", "%1: line %2 is too long"),
    QT_TRANSLATE_NOOP("Engine", "%1: line %2: iteration %3 cannot follow the line before it"),
    QT_TRANSLATE_NOOP("Engine", "%1: none of its layers has the name and shape of one of network %2; there is nothing "
                                "to begin with"),
    QT_TRANSLATE_NOOP("Engine", "%1: not valid JSON: %2"),
    QT_TRANSLATE_NOOP(
        "Engine",
        "%1: record %2 has the label %3, but CIFAR-10 has the classes 0 to 9; is this the CIFAR-10 binary version?"),
    QT_TRANSLATE_NOOP("Engine", "%1: tensor \"%2\" %3 the tensor before it"),
    QT_TRANSLATE_NOOP("Engine", "%1: tensor \"%2\" has %3 bytes, which is not what its shape and type need"),
    QT_TRANSLATE_NOOP("Engine", "%1: tensor \"%2\" lies beyond the end of the file; the file is cut off"),
    QT_TRANSLATE_NOOP("Engine", "%1: tensor \"%2\" must hold bytes (U8)"),
    QT_TRANSLATE_NOOP("Engine", "%1: tensor \"%2\" must hold whole numbers (I64, I32 or U8)"),
    QT_TRANSLATE_NOOP("Engine", "%1: the header does not begin with '{'; this is no safetensors file"),
    QT_TRANSLATE_NOOP("Engine", "%1: the header would have %2 bytes, more than can be read again"),
    QT_TRANSLATE_NOOP("Engine", "%1: the name \"%2\" occurs twice"),
    QT_TRANSLATE_NOOP("Engine", "%1: this folder holds neither finished weights nor a checkpoint of a run"),
    QT_TRANSLATE_NOOP("Engine",
                      "%1: the network subtracts the mean of its training set, which is not known here; take a "
                      "network whose text has channelMean"),
    QT_TRANSLATE_NOOP("Engine",
                      "%1: this build cannot read picture files; install libopencv-imgcodecs-dev and build again."),
    QT_TRANSLATE_NOOP("Engine", "A backward pass needs labels."),
    QT_TRANSLATE_NOOP("Engine", "A batch of %1 pictures is not possible; take at least 1."),
    QT_TRANSLATE_NOOP("Engine", "A curve cannot keep %1 points of a level; choose a power of two from %2 on"),
    QT_TRANSLATE_NOOP("Engine", "A frame of %1×%2 pixels does not fit an animation of %3×%4"),
    QT_TRANSLATE_NOOP("Engine", "A map by t-SNE has at most %1 points, not %2; choose fewer"),
    QT_TRANSLATE_NOOP("Engine", "A map by t-SNE is made of points with at least two dimensions"),
    QT_TRANSLATE_NOOP("Engine", "A mean picture of %1×%2 is to be subtracted, but the one given has side %3; compute "
                                "the statistics of the training set first."),
    QT_TRANSLATE_NOOP("Engine", "A moment of %1 bytes cannot be recorded; at most %2 are"),
    QT_TRANSLATE_NOOP("Engine", "A network input of %1 cannot be fed with pictures: it needs 1 or 3 square channels."),
    QT_TRANSLATE_NOOP("Engine", "A network that is not being trained cannot go on from %1"),
    QT_TRANSLATE_NOOP("Engine", "A picture of %1×%2 cannot be resized to %3×%4."),
    QT_TRANSLATE_NOOP("Engine", "A picture of %1×%2 pixels has no colours"),
    QT_TRANSLATE_NOOP("Engine", "A picture's input has %1 numbers, but %2 were given."),
    QT_TRANSLATE_NOOP("Engine", "A picture's input has %1 numbers, but room was given for %2."),
    QT_TRANSLATE_NOOP("Engine", "A pooling window of %1 is larger than the 255 this backend supports."),
    QT_TRANSLATE_NOOP("Engine", "A share of %1 of the time is not possible; choose a number above 0, up to 1"),
    QT_TRANSLATE_NOOP("Engine", "A weight of layer %1 cannot be %2; give a finite number"),
    QT_TRANSLATE_NOOP("Engine", "An animation of %1×%2 pixels cannot be written"),
    QT_TRANSLATE_NOOP("Engine", "Back at iteration 0 with seed %1"),
    QT_TRANSLATE_NOOP("Engine", "By hand: %1 %2 becomes %3"),
    QT_TRANSLATE_NOOP("Engine", "By hand: unit %1 of %2 as it was before"),
    QT_TRANSLATE_NOOP("Engine", "By hand: unit %1 of %2 switched off"),
    QT_TRANSLATE_NOOP("Engine", "By hand: weight %1 of unit %2 of %3, %4, becomes %5"),
    QT_TRANSLATE_NOOP("Engine", "Camera %1 does not answer; close other programs that use it, or connect it again."),
    QT_TRANSLATE_NOOP("Engine", "Camera %1 may not be used by you (%2); have yourself added to its group, usually "
                                "video, and log in again."),
    QT_TRANSLATE_NOOP("Engine", "Camera %1 sends no pictures any more; connect it again and choose it anew."),
    QT_TRANSLATE_NOOP("Engine", "Cannot create a folder %1 and keep it"),
    QT_TRANSLATE_NOOP("Engine", "Cannot create a folder %1: %2"),
    QT_TRANSLATE_NOOP("Engine", "Cannot create folder %1: %2"),
    QT_TRANSLATE_NOOP("Engine", "Cannot flush folder %1: %2"),
    QT_TRANSLATE_NOOP("Engine", "Cannot look at %1: %2"),
    QT_TRANSLATE_NOOP("Engine", "Cannot open folder %1: %2"),
    QT_TRANSLATE_NOOP("Engine", "Cannot put %1 in place: %2"),
    QT_TRANSLATE_NOOP("Engine", "Cannot read folder %1: %2"),
    QT_TRANSLATE_NOOP("Engine", "Cannot write %1; is the disk full?"),
    QT_TRANSLATE_NOOP("Engine", "Cannot write %1; is the folder there, and has it room?"),
    QT_TRANSLATE_NOOP("Engine", "Class %1 does not exist: the network tells %2 classes apart."),
    QT_TRANSLATE_NOOP("Engine", "Codes of %1 bits are not possible; choose a multiple of 64, up to %2"),
    QT_TRANSLATE_NOOP(
        "Engine",
        "Crops of %1×%2 do not fit into pictures resized to %3 with a padding of %4; set resize to at least %5."),
    QT_TRANSLATE_NOOP("Engine", "Device %1 cannot be used: %2"),
    QT_TRANSLATE_NOOP("Engine", "Dropout was asked to draw a mask in a network prepared for inference only."),
    QT_TRANSLATE_NOOP("Engine", "Drawn anew from the seed, for the classes of this set: %1"),
    QT_TRANSLATE_NOOP("Engine", "Drawn from the seed, since %1 holds no weights for them: %2"),
    QT_TRANSLATE_NOOP("Engine", "Drawn from the seed, since their shapes are others in %1: %2"),
    QT_TRANSLATE_NOOP("Engine", "Layer %1 has no gradient of its output: it is the loss, lives inside a fused kernel "
                                "or below all that learns, or the network is not prepared for training."),
    QT_TRANSLATE_NOOP("Engine", "Layer %1 of network %2 has no weights; it has no learning rate"),
    QT_TRANSLATE_NOOP("Engine", "Layer %1 has no unit %2; its units are 0 to %3"),
    QT_TRANSLATE_NOOP("Engine", "Layer %1 is %2; channel %3 at row %4, column %5 lies outside it"),
    QT_TRANSLATE_NOOP("Engine", "Layer %1 of network %2 is no dropout layer; it has no p to change."),
    QT_TRANSLATE_NOOP("Engine", "Learning rate divided: from %1 to %2"),
    QT_TRANSLATE_NOOP("Engine", "Network %1 cannot share the parameters of a network with other layers."),
    QT_TRANSLATE_NOOP("Engine", "Network %1 does not end in a loss; let its last layer be softmax-loss."),
    QT_TRANSLATE_NOOP("Engine", "Network %1 takes up to %2 pictures of %3 numbers; %4 numbers were given."),
    QT_TRANSLATE_NOOP("Engine", "No checkpoint could be written: %1"),
    QT_TRANSLATE_NOOP(
        "Engine", "Only forward and backward pieces belong to a layer; run to one of these, or leave the layer out"),
    QT_TRANSLATE_NOOP("Engine", "Out of memory: %1 MiB more were needed; choose a smaller batch or network."),
    QT_TRANSLATE_NOOP("Engine", "Packing was stopped; %1 was not written."),
    QT_TRANSLATE_NOOP("Engine", "No layer of network %1 learns: each has a learning rate of 0; give one of them more"),
    QT_TRANSLATE_NOOP("Engine",
                      "Nothing goes backward to layer %1: it and all layers below it are frozen; run to a layer "
                      "that learns"),
    QT_TRANSLATE_NOOP("Engine", "Parameter %1 is not being trained: there is no state to save in %2"),
    QT_TRANSLATE_NOOP("Engine", "Pictures have the mean subtracted that these weights have learned with"),
    QT_TRANSLATE_NOOP("Engine", "Picture %1 makes %2 say %3, too much for half precision; index in float32"),
    QT_TRANSLATE_NOOP("Engine", "Picture %1 makes %2 say %3; the weights are lost"),
    QT_TRANSLATE_NOOP("Engine", "Pictures cannot be packed %1 pixels wide; choose %2 to %3."),
    QT_TRANSLATE_NOOP("Engine", "Pause the run to ask it about every picture; else its next validation will"),
    QT_TRANSLATE_NOOP("Engine", "Reset: %1 stays as it is, what follows is not recorded"),
    QT_TRANSLATE_NOOP("Engine", "Resumed at iteration %1"),
    QT_TRANSLATE_NOOP("Engine", "Shown as it ended at iteration %1"),
    QT_TRANSLATE_NOOP("Engine", "Started with seed %1 on %2, %3"),
    QT_TRANSLATE_NOOP("Engine", "Taken from %1: %2"),
    QT_TRANSLATE_NOOP("Engine", "Stopped before the end; nothing is kept of it"),
    QT_TRANSLATE_NOOP("Engine", "Tensor \"%1\" to be saved has %2 bytes, which is not what its shape needs"),
    QT_TRANSLATE_NOOP("Engine", "Textures cannot be drawn %1 pixels wide; choose a side from 16 to 4096."),
    QT_TRANSLATE_NOOP("Engine", "The %1 cannot be %2; choose a number from 0 to %3"),
    QT_TRANSLATE_NOOP("Engine", "The checkpoint was written with %1 %2, the run now says %3"),
    QT_TRANSLATE_NOOP("Engine", "The data %1 has no training pictures"),
    QT_TRANSLATE_NOOP("Engine", "The data %1 has no validation pictures to ask about"),
    QT_TRANSLATE_NOOP("Engine", "The dropout of %1 cannot be %2; choose a number from 0 to %3"),
    QT_TRANSLATE_NOOP("Engine", "The dropout of %1 was changed, but the network %2 has no such layer"),
    QT_TRANSLATE_NOOP("Engine",
                      "The loss has not fallen for %1 iterations and is above %2, that of guessing. Try another "
                      "learning rate (now %3), smaller initial weights, or check the labels."),
    QT_TRANSLATE_NOOP("Engine",
                      "The loss has stayed at %1, that of guessing, for %2 iterations. Try another learning rate (now "
                      "%3), smaller initial biases (0.1 in place of 1), larger initial weights, or check the labels."),
    QT_TRANSLATE_NOOP("Engine", "The features hold numbers that are not finite (NaN or infinite): the training has "
                                "diverged; go back with a smaller learning rate"),
    QT_TRANSLATE_NOOP("Engine", "The loss is no longer a number: the steps were too large. Reset and lower the "
                                "learning rate (now %1), or resume from the latest checkpoint."),
    QT_TRANSLATE_NOOP("Engine", "The network %1 has no layer \"%2\" whose learning rate could be set"),
    QT_TRANSLATE_NOOP("Engine", "The nearest %1 cannot be found; ask for 1 or more"),
    QT_TRANSLATE_NOOP("Engine", "The network %1 has no dropout layer \"%2\""),
    QT_TRANSLATE_NOOP("Engine", "The network %1 has no dropout layer to change"),
    QT_TRANSLATE_NOOP("Engine", "The network %1 has no hidden layer \"%2\"; it has %3"),
    QT_TRANSLATE_NOOP("Engine", "The network %1 has no hidden layer to take features of"),
    QT_TRANSLATE_NOOP("Engine", "The network %1 has no layer \"%2\" to run to"),
    QT_TRANSLATE_NOOP(
        "Engine",
        "The output of layer %1 lives only inside a fused kernel; prepare the network without fusing to see it."),
    QT_TRANSLATE_NOOP("Engine", "The picture to look at (%1×%2) has no pixels"),
    QT_TRANSLATE_NOOP("Engine", "The pictures of an index must be in ascending order"),
    QT_TRANSLATE_NOOP("Engine", "The preprocessing divides by a deviation that is not positive."),
    QT_TRANSLATE_NOOP("Engine", "The preprocessing multiplies by a scale that is not positive."),
    QT_TRANSLATE_NOOP("Engine", "The run cannot go on as it began (%1); device and precision are chosen anew"),
    QT_TRANSLATE_NOOP(
        "Engine",
        "The run goes on with another %1 (%2 before, %3 now): from here on its numbers may differ in the last bits"),
    QT_TRANSLATE_NOOP("Engine", "The run is done: %1 iterations"),
    QT_TRANSLATE_NOOP("Engine", "The run is done; reset it, or start one with more epochs"),
    QT_TRANSLATE_NOOP("Engine", "The run's description holds text that is not UTF-8 (a folder's name?): %1"),
    QT_TRANSLATE_NOOP("Engine", "The run's past is no longer recorded: %1"),
    QT_TRANSLATE_NOOP("Engine", "The softmax loss needs one score a class; put a linear layer before it."),
    QT_TRANSLATE_NOOP("Engine", "The training set has no pictures, so its mean cannot be computed; choose other data."),
    QT_TRANSLATE_NOOP("Engine", "The weights in %1 have changed since this run began with them"),
    QT_TRANSLATE_NOOP("Engine",
                      "The weights in %1 have learned from pictures prepared otherwise (mean, scale or order of "
                      "colours) than this network's text says: the layers taken see other numbers than they "
                      "know"),
    QT_TRANSLATE_NOOP("Engine", "There are no pictures to pass through the network"),
    QT_TRANSLATE_NOOP("Engine", "The video holds no picture that can be decoded; choose another file."),
    QT_TRANSLATE_NOOP("Engine", "There is no camera %1; connect one and choose it anew."),
    QT_TRANSLATE_NOOP("Engine", "There is no device \"%1\"; choose one of %2."),
    QT_TRANSLATE_NOOP("Engine", "There is no layer %1 with weights to change"),
    QT_TRANSLATE_NOOP("Engine", "There is no moment number %1 in %2"),
    QT_TRANSLATE_NOOP("Engine", "There is no picture %1 among %2 textures."),
    QT_TRANSLATE_NOOP("Engine", "There is no picture %1; the set has %2"),
    QT_TRANSLATE_NOOP("Engine", "There is no precision \"%1\"; choose auto, fp32 or bf16."),
    QT_TRANSLATE_NOOP("Engine", "There is no run to %1; start one first"),
    QT_TRANSLATE_NOOP("Engine", "There is not enough memory for the pictures of this video."),
    QT_TRANSLATE_NOOP("Engine", "There is not enough memory: choose a smaller batch or a smaller network"),
    QT_TRANSLATE_NOOP("Engine", "There was not enough memory for that"),
    QT_TRANSLATE_NOOP("Engine",
                      "This build plays no videos and no cameras; install libopencv-videoio-dev and build again."),
    QT_TRANSLATE_NOOP(
        "Engine", "This device cannot change the dropout of a network that is already prepared; set p in its text."),
    QT_TRANSLATE_NOOP(
        "Engine", "This processor has no bf16 arithmetic (%1; AVX-512 BF16 or AMX is needed); choose fp32 or auto."),
    QT_TRANSLATE_NOOP("Engine", "This program knows no usable device; build it with at least the reference backend."),
    QT_TRANSLATE_NOOP("Engine", "Two tensors are to be saved under the name \"%1\""),
    QT_TRANSLATE_NOOP("Engine", "Unit %1 of layer %2 has no weight %3; it has %4"),
    QT_TRANSLATE_NOOP("Engine", "Vectors of %1 numbers get no codes; 1 to %2 are possible"),
    QT_TRANSLATE_NOOP("Engine", "Weights saved to %1"),
    QT_TRANSLATE_NOOP("Engine", "What the run was to stop at is reached already"),
    QT_TRANSLATE_NOOP("Engine", "[%1] belongs before the layers; [preprocessing] comes first"),
    QT_TRANSLATE_NOOP("Engine", "[%1] has no key %2; it has %3"),
    QT_TRANSLATE_NOOP("Engine", "\"%1\" does not name data; give textures, cifar10:DIR, folder:DIR, idx:DIR or "
                                "packed:FILE, and shuffled: before it for labels dealt out at random."),
    QT_TRANSLATE_NOOP("Engine", "\"%1\" has not four extents of float32 numbers"),
    QT_TRANSLATE_NOOP("Engine", "\"%1\" is no number"),
    QT_TRANSLATE_NOOP("Engine", "\"%1\" names no file to write; give the name of one"),
    QT_TRANSLATE_NOOP("Engine", "a JPEG with %1 bits a colour, which is not read"),
    QT_TRANSLATE_NOOP("Engine", "a JPEG with %1 colour channels"),
    QT_TRANSLATE_NOOP("Engine",
                      "a class to be tested on that is not in the training set; its %1 pictures are left out"),
    QT_TRANSLATE_NOOP("Engine", "16 bits a colour, reduced to 8"),
    QT_TRANSLATE_NOOP("Engine", "CMYK colours; save it as RGB"),
    QT_TRANSLATE_NOOP("Engine", "a GIF, which may be animated and is not read; save it as PNG"),
    QT_TRANSLATE_NOOP("Engine", "a HEIC, AVIF or video file, which is not read; save it as JPEG"),
    QT_TRANSLATE_NOOP("Engine", "a TIFF, which is not read; save it as PNG"),
    QT_TRANSLATE_NOOP("Engine", "a folder inside a class folder is not searched"),
    QT_TRANSLATE_NOOP("Engine", "a lossless or hierarchical JPEG, which is not read"),
    QT_TRANSLATE_NOOP("Engine", "animated"),
    QT_TRANSLATE_NOOP("Engine", "broken: it says it has no pixels"),
    QT_TRANSLATE_NOOP("Engine", "broken: no JPEG marker where one should be"),
    QT_TRANSLATE_NOOP("Engine", "broken: no PNG header"),
    QT_TRANSLATE_NOOP("Engine", "broken: no picture in the JPEG file"),
    QT_TRANSLATE_NOOP("Engine", "broken: no picture in the PNG file"),
    QT_TRANSLATE_NOOP("Engine", "broken: no picture in the WebP file"),
    QT_TRANSLATE_NOOP("Engine", "does not hold ten class names; the usual ones are used"),
    QT_TRANSLATE_NOOP("Engine", "empty (0 bytes)"),
    QT_TRANSLATE_NOOP("Engine", "grey, used as RGB"),
    QT_TRANSLATE_NOOP("Engine", "has no t10k files, so there is no validation"),
    QT_TRANSLATE_NOOP("Engine", "it cannot be opened for reading"),
    QT_TRANSLATE_NOOP("Engine", "lies outside the class folders"),
    QT_TRANSLATE_NOOP("Engine", "not a picture file that is known here (JPEG, PNG, WebP, BMP, PPM)"),
    QT_TRANSLATE_NOOP("Engine", "truncated"),
    QT_TRANSLATE_NOOP("Engine", "truncated, or a BMP of a kind that is not read"),
    QT_TRANSLATE_NOOP("Engine", "a key is made of letters, not %1"),
    QT_TRANSLATE_NOOP("Engine", "a list of %1 numbers"),
    QT_TRANSLATE_NOOP("Engine", "a list of at most %1 numbers"),
    QT_TRANSLATE_NOOP("Engine", "a number from %1 to %2"),
    QT_TRANSLATE_NOOP("Engine", "a picture of %1×%2 cannot be enlarged %3 times; 64 megapixels are the limit"),
    QT_TRANSLATE_NOOP("Engine", "a section looks like [conv1], not %1"),
    QT_TRANSLATE_NOOP("Engine", "a section's name is made of 1 to 64 letters, digits and _, not %1"),
    QT_TRANSLATE_NOOP("Engine", "a sheet of %1 tiles of %2×%3 has more than 64 megapixels; show fewer of them"),
    QT_TRANSLATE_NOOP("Engine", "a whole number from %1 to %2"),
    QT_TRANSLATE_NOOP("Engine", "a window of %1 does not fit into %2%3"),
    QT_TRANSLATE_NOOP("Engine", "cannot read the network text %1; it must be a readable file"),
    QT_TRANSLATE_NOOP("Engine", "classes = %1, but the last linear layer has %2 outputs"),
    QT_TRANSLATE_NOOP("Engine", "expected [section] or key = value, not %1"),
    QT_TRANSLATE_NOOP("Engine", "it announces %1 + %2 pictures, but has room for %3"),
    QT_TRANSLATE_NOOP("Engine", "it has %1 bytes, more than any moment"),
    QT_TRANSLATE_NOOP("Engine", "it has %1 bytes, which is not what its header announces"),
    QT_TRANSLATE_NOOP("Engine", "it has %1 tensors"),
    QT_TRANSLATE_NOOP("Engine", "it has more than 2^31 weights"),
    QT_TRANSLATE_NOOP("Engine", "its output %1 has more than 2^31 numbers"),
    QT_TRANSLATE_NOOP("Engine", "it is damaged, no video, or of a kind that is not known here."),
    QT_TRANSLATE_NOOP("Engine", "it is empty; record or fetch it again."),
    QT_TRANSLATE_NOOP("Engine", "its outputs follow the classes of the data, which are not known yet"),
    QT_TRANSLATE_NOOP("Engine", "its pictures would be %1 pixels wide"),
    QT_TRANSLATE_NOOP("Engine", "its pictures have %1×%2 pixels; 100 million are the most that are read."),
    QT_TRANSLATE_NOOP("Engine", "its version is %1, this program reads version %2"),
    QT_TRANSLATE_NOOP("Engine", "k must be above 0, alpha and beta not below 0"),
    QT_TRANSLATE_NOOP("Engine", "more than %1 layers"),
    QT_TRANSLATE_NOOP("Engine", "more than %1 sections"),
    QT_TRANSLATE_NOOP("Engine", "more than 64 keys in [%1]"),
    QT_TRANSLATE_NOOP("Engine", "must be a number from %1 to %2"),
    QT_TRANSLATE_NOOP("Engine", "must be a whole number from %1 to %2"),
    QT_TRANSLATE_NOOP("Engine", "must be one of %1"),
    QT_TRANSLATE_NOOP("Engine", "n = %1, but the window has a middle channel only when n is odd"),
    QT_TRANSLATE_NOOP("Engine", "needs one number a class, but its input is %1"),
    QT_TRANSLATE_NOOP("Engine", "not valid JSON near byte %1"),
    QT_TRANSLATE_NOOP("Engine", "none of its pictures can be decoded; it is damaged or cut off."),
    QT_TRANSLATE_NOOP("Engine", "only the last linear layer may have as many outputs as there are classes"),
    QT_TRANSLATE_NOOP("Engine", "p = %1 must be at least 0 and below 1"),
    QT_TRANSLATE_NOOP("Engine", "pad = %1 must be at least 0 and smaller than size = %2"),
    QT_TRANSLATE_NOOP("Engine", "picture %1 is of class %2 of %3"),
    QT_TRANSLATE_NOOP("Engine", "reading the network text %1 failed; check the disk"),
    QT_TRANSLATE_NOOP("Engine", "resize = %1 is smaller than the input of %2; crops would not fit"),
    QT_TRANSLATE_NOOP("Engine", "tensor \"%1\" ends before it begins"),
    QT_TRANSLATE_NOOP("Engine", "tensor \"%1\" has an extent of %2"),
    QT_TRANSLATE_NOOP("Engine", "tensor \"%1\" has an unknown field \"%2\""),
    QT_TRANSLATE_NOOP("Engine", "tensor \"%1\" has more than %2 dimensions"),
    QT_TRANSLATE_NOOP("Engine", "tensor \"%1\" holds elements of type %2, which are not read here"),
    QT_TRANSLATE_NOOP("Engine", "tensor \"%1\" lacks its type, shape or offsets"),
    QT_TRANSLATE_NOOP("Engine", "the input needs 1 to 65536 channels, rows and columns, and at most 2^31 numbers"),
    QT_TRANSLATE_NOOP("Engine", "the last layer must be a softmax-loss"),
    QT_TRANSLATE_NOOP("Engine", "the name \"%1\" occurs twice"),
    QT_TRANSLATE_NOOP("Engine", "the network %1 tells %2 classes apart, but the data has %3; write `outputs = classes` "
                                "in its last linear layer"),
    QT_TRANSLATE_NOOP("Engine", "the network has more than 2^31 parameters up to here"),
    QT_TRANSLATE_NOOP("Engine", "the network has no layers"),
    QT_TRANSLATE_NOOP("Engine", "the network's %1 must not contain # or control characters"),
    QT_TRANSLATE_NOOP("Engine", "the softmax-loss must be the last layer"),
    QT_TRANSLATE_NOOP("Engine", "the softmax-loss needs a linear layer before it"),
    QT_TRANSLATE_NOOP("Engine", "there is a section [%1] already"),
    QT_TRANSLATE_NOOP("Engine", "there is no \"%1\" in the metadata"),
    QT_TRANSLATE_NOOP("Engine", "there is no built-in network %1; choose one of %2"),
    QT_TRANSLATE_NOOP("Engine", "there is no network %1; give a .net file or one of %2"),
    QT_TRANSLATE_NOOP("Engine", "there is no picture %1 among %2"),
    QT_TRANSLATE_NOOP("Engine", "there is nothing to show from number %1 on; there are %2"),
    QT_TRANSLATE_NOOP("Engine", "too large: %1×%2 pixels"),
    QT_TRANSLATE_NOOP("Engine", "The network %1 is the one whose text the file carries."),
    QT_TRANSLATE_NOOP("Engine", "The network is %1: it computes what the file's graph does."),
    QT_TRANSLATE_NOOP("Engine",
                      "The network is the file's own graph; how pictures were prepared it does not say, so they "
                      "are only brought to the input's size: give a network's text with --network to change "
                      "that."),
    QT_TRANSLATE_NOOP("Engine", "The network is %1: no other has these shapes."),
    QT_TRANSLATE_NOOP("Engine", "The network %1 was named."),
    QT_TRANSLATE_NOOP("Engine", "The network is %1, because %2."),
    QT_TRANSLATE_NOOP("Engine", "its layers have torchvision's names"),
    QT_TRANSLATE_NOOP("Engine", "its pooling comes before the normalisation"),
    QT_TRANSLATE_NOOP("Engine", "its normalisation comes before the pooling"),
    QT_TRANSLATE_NOOP("Engine", "its metadata says \"%1\""),
    QT_TRANSLATE_NOOP("Engine", "Pictures are squeezed to %1 and cropped to %2."),
    QT_TRANSLATE_NOOP("Engine", "Pictures are scaled to %1 and cropped to %2."),
    QT_TRANSLATE_NOOP("Engine", "Colours go in as %1."),
    QT_TRANSLATE_NOOP("Engine", "red, green, blue"),
    QT_TRANSLATE_NOOP("Engine", "blue, green, red"),
    QT_TRANSLATE_NOOP("Engine", "The mean picture of the training set is subtracted."),
    QT_TRANSLATE_NOOP("Engine", "The mean colour of the training set is subtracted."),
    QT_TRANSLATE_NOOP("Engine", "The mean colour %1 (red, green, blue) is subtracted."),
    QT_TRANSLATE_NOOP("Engine", "The rest is multiplied by %1."),
    QT_TRANSLATE_NOOP("Engine", "It is divided by %1 (red, green, blue)."),
    QT_TRANSLATE_NOOP("Engine", "Response normalisation: n %1, k %2, alpha %3 divided by n, beta %4."),
    QT_TRANSLATE_NOOP("Engine", "Response normalisation: n %1, k %2, alpha %3 as printed in the paper, beta %4."),
    QT_TRANSLATE_NOOP("Engine", "There is no response normalisation."),
    QT_TRANSLATE_NOOP("Engine", "The file takes colours as %1, this network as %2; the first layer's filters were "
                                "reordered."),
    QT_TRANSLATE_NOOP("Engine",
                      "The file has no weights for %1; what comes before can be looked at, predictions cannot be "
                      "made."),
    QT_TRANSLATE_NOOP("Engine",
                      "The file normalises with n %1, k %2, alpha %3 divided by n, beta %4; %5 of this network "
                      "does not."),
    QT_TRANSLATE_NOOP("Engine", "This network does not compute what the file's graph does: %1."),
    QT_TRANSLATE_NOOP("Engine", "%1 has no biases in the file; they are 0."),
    QT_TRANSLATE_NOOP("Engine", "Its classes have the names in %1."),
    QT_TRANSLATE_NOOP("Engine",
                      "%1: is no file of weights that can be read here (safetensors, PyTorch's .pth, .caffemodel "
                      "or ONNX)"),
    QT_TRANSLATE_NOOP("Engine",
                      "%1: carries no network text, and no built-in network has its shapes; choose the network "
                      "they belong to (--network, in the window its Network box)"),
    QT_TRANSLATE_NOOP("Engine", "%1: carries no network text, and its shapes fit %2; choose the network they belong to "
                                "(--network, in the window its Network box)"),
    QT_TRANSLATE_NOOP("Engine", "%1: is damaged or no .caffemodel"),
    QT_TRANSLATE_NOOP("Engine", "%1: is damaged or no ONNX file"),
    QT_TRANSLATE_NOOP("Engine", "%1: is damaged or no pickle of plain tensors: %2 at byte %3"),
    QT_TRANSLATE_NOOP("Engine", "%1: holds no tensors; save the network's state_dict()"),
    QT_TRANSLATE_NOOP("Engine", "%1: holds no dictionary of tensors; save the network's state_dict()"),
    QT_TRANSLATE_NOOP("Engine", "%1: is cut off, damaged, or none of the formats that are read here"),
    QT_TRANSLATE_NOOP("Engine", "%1: ends before the numbers of its tensors; it is cut off"),
    QT_TRANSLATE_NOOP(
        "Engine", "%1: asks to run %2; only plain tensors are read (torch.save of a state_dict writes such a file)"),
    QT_TRANSLATE_NOOP("Engine", "%1: this build knows safetensors only; install libzip-dev, libprotobuf-dev and "
                                "protobuf-compiler and build again"),
    QT_TRANSLATE_NOOP("Engine", "the file has %1 layers with weights, the network %2 only %3"),
    QT_TRANSLATE_NOOP("Engine", "%1 has shape %2, %3 of %4 needs %5"),
    QT_TRANSLATE_NOOP("Engine",
                      "These weights tell other classes apart than the pictures have: nothing can be right or "
                      "wrong"),
    QT_TRANSLATE_NOOP("Engine", "The last layers have no weights, so there are no predictions"),
    QT_TRANSLATE_NOOP("Engine",
                      "The file does not hold the mean of the pictures these weights have learned from: that of "
                      "the pictures here is subtracted"),
    QT_TRANSLATE_NOOP("Engine", "Weights of %1"),
    QT_TRANSLATE_NOOP("Engine", "The GPU was lost while %1 (%2); start the program again and go on from the run's "
                                "last checkpoint."),
    QT_TRANSLATE_NOOP("Engine", "This build has no code for this GPU (%1); build again with "
                                "ALEXSCOPE_CUDA_ARCHITECTURES=native."),
    QT_TRANSLATE_NOOP("Engine", "The GPU failed while %1 (%2); if it happens again, choose device cpu."),
    QT_TRANSLATE_NOOP("Engine", "Out of %1 memory: %2 MiB more were needed; choose a smaller batch or network, or "
                                "end other programs that use it."),
    QT_TRANSLATE_NOOP("Engine", "There is no NVIDIA driver on this machine; with an NVIDIA GPU, install its driver."),
    QT_TRANSLATE_NOOP("Engine", "The NVIDIA driver serves CUDA %1 and this build needs %2; install a newer driver."),
    QT_TRANSLATE_NOOP("Engine", "The NVIDIA driver finds no GPU (%1); a restart, or CUDA_VISIBLE_DEVICES unset, may "
                                "help."),
    QT_TRANSLATE_NOOP("Engine", "The NVIDIA driver cannot describe the GPU; a restart may help."),
    QT_TRANSLATE_NOOP("Engine",
                      "The NVIDIA driver and its libraries are of different versions (%1); restart the machine."),
    QT_TRANSLATE_NOOP("Engine", "The GPU %1 (sm_%2%3) is too old; sm_75 (Turing, 2018) or newer is needed."),
    QT_TRANSLATE_NOOP("Engine", "The %1 training pictures stay on the device once they have been there: %2 MiB"),
    QT_TRANSLATE_NOOP("Engine", "The CUDA module cannot be opened (%1); install cuDNN 9 and cuBLAS, or build again."),
    QT_TRANSLATE_NOOP("Engine", "The CUDA module %1 is of another version than the program; build again."),
    QT_TRANSLATE_NOOP("Engine", "The CUDA module alexscope-cuda.so is not where it was built; build again."),
    QT_TRANSLATE_NOOP("Engine", "This build has no CUDA backend: install the CUDA toolkit 12 and cuDNN 9, or newer, "
                                "and build again."),
    QT_TRANSLATE_NOOP("Engine", "A tensor of %1 numbers is more than this GPU backend can count (2,147,483,647); "
                                "choose a smaller batch."),
    QT_TRANSLATE_NOOP("Engine", "A batch of %1 needs %2 of GPU memory and %3 are free; %4"),
    QT_TRANSLATE_NOOP("Engine", "This GPU has no bf16 arithmetic (sm_%1%2; sm_80 is needed); choose fp32 or auto."),
    QT_TRANSLATE_NOOP("Engine", "cuDNN failed while %1 (%2); if it happens again, choose device cpu."),
    QT_TRANSLATE_NOOP("Engine", "cuBLAS failed while %1 (%2); if it happens again, choose device cpu."),
    QT_TRANSLATE_NOOP("Engine", "A response normalisation over %1 channels is more than the %2 the GPU backend "
                                "supports in training."),
    QT_TRANSLATE_NOOP("Engine", "This device takes the numbers of pictures, not the pictures; prepare them first."),
    QT_TRANSLATE_NOOP("Engine", "Network %1 takes %2 pictures for an input of %3; %4 for %5×%6×%7 were given."),
    // sentences end
};

const QRegularExpression& placeholder()
{
    static const QRegularExpression expression(QStringLiteral("%([1-9])"));
    return expression;
}

struct Pattern {
    const char* source;
    QRegularExpression expression; ///< one capture a placeholder, in order
    qsizetype literal;             ///< characters that are the same in every such sentence
};

Pattern patternOf(const char* sentence)
{
    QString expression;
    const QString text = QString::fromUtf8(sentence);
    qsizetype end = 0, literal = 0;
    for (auto matches = placeholder().globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        expression += QRegularExpression::escape(text.mid(end, match.capturedStart() - end)) + QStringLiteral("(.+?)");
        literal += match.capturedStart() - end;
        end = match.capturedEnd();
    }
    expression += QRegularExpression::escape(text.mid(end));
    literal += text.size() - end;
    return {sentence,
            QRegularExpression(QRegularExpression::anchoredPattern(expression),
                               QRegularExpression::DotMatchesEverythingOption),
            literal};
}

/// The most definite ones first: "%1: %2 …" would take what another means.
std::vector<Pattern> makePatterns()
{
    std::vector<Pattern> patterns;
    for (const char* sentence : sentences)
        patterns.push_back(patternOf(sentence));
    std::stable_sort(patterns.begin(), patterns.end(),
                     [](const Pattern& a, const Pattern& b) { return a.literal > b.literal; });
    return patterns;
}

QString translated(const QString& text, int depth);

/// The translation with what varied put in; several digits in one go, since what is put in may hold a % itself.
QString filled(const Pattern& pattern, const QRegularExpressionMatch& match, int depth)
{
    const QString shape = QCoreApplication::translate("Engine", pattern.source);
    QString result;
    qsizetype end = 0;
    for (auto places = placeholder().globalMatch(shape); places.hasNext();) {
        const auto place = places.next();
        result += shape.mid(end, place.capturedStart() - end) +
                  translated(match.captured(place.captured(1).toInt()), depth + 1);
        end = place.capturedEnd();
    }
    return result + shape.mid(end);
}

QString translated(const QString& text, int depth)
{
    static const std::vector<Pattern> patterns = makePatterns();
    constexpr int deepest = 3;
    if (depth > deepest)
        return text;
    for (const Pattern& pattern : patterns)
        if (const auto match = pattern.expression.match(text); match.hasMatch())
            return filled(pattern, match, depth);
    const QString separator = QStringLiteral(": ");
    const qsizetype place = text.indexOf(separator);
    if (place < 0)
        return text;
    const qsizetype rest = place + separator.size();
    return text.left(rest) + translated(text.mid(rest), depth); // shorter each time
}

} // namespace

QString shownSentence(const std::string& english)
{
    return translated(QString::fromStdString(english), 0);
}

QStringList knownSentences()
{
    QStringList known;
    for (const char* sentence : sentences)
        known.append(QString::fromUtf8(sentence));
    return known;
}

} // namespace alexscope::gui
